namespace KedaStack.Infra.Settings;

/// <summary>The Azure Monitor workspace, its data collection and Grafana.</summary>
public sealed record MonitoringSettings
{
    /// <summary>The Azure region of the workspace, its data collection and Grafana.</summary>
    public required string Location { get; init; }

    /// <summary>Whether there is a Managed Grafana.</summary>
    public required bool Grafana { get; init; }

    /// <summary>The name of the Managed Grafana: 2 to 23 characters, unique in its region across all customers.</summary>
    /// <value>Null: made from the name prefix, the stack and the subscription.</value>
    public string? GrafanaName { get; init; }

    /// <summary>The major version of Grafana: 12 or 13.</summary>
    public required int GrafanaMajorVersion { get; init; }

    /// <summary>Whether the recommended recording rules of managed Prometheus are deployed.</summary>
    public required bool RecordingRules { get; init; }

    /// <summary>Whether the autoscaler's dashboard is deployed to the Azure portal.</summary>
    public required bool Dashboard { get; init; }

    /// <summary>Whether alert rules on the autoscaler itself are deployed.</summary>
    public required bool Alerts { get; init; }

    /// <summary>Who gets an e-mail when one of the alerts fires or is over.</summary>
    /// <value>Empty: nobody; the alerts show in the Azure portal.</value>
    public required IReadOnlyList<string> AlertEmails { get; init; }

    /// <summary>The value of the label <c>cluster</c> on the cluster's series.</summary>
    /// <value>Null: the cluster's name, as the Azure Monitor agent attaches it without an alias.</value>
    public string? ClusterLabel { get; init; }
}
