using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>A condition that somebody should hear of. docs/alerts.md and the deployed rules are made of these.</summary>
internal sealed record AlertRule
{
    /// <summary>Its name, in CamelCase.</summary>
    public required string Name { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The PromQL expression: every element of its result is an alert.</summary>
    public required string Expression { get; init; }

    /// <summary>How long the expression has to have had that element without a break.</summary>
    public required TimeSpan For { get; init; }

    /// <summary>What is the matter, in one line; may hold templates such as <c>{{ $value }}</c>.</summary>
    public required string Summary { get; init; }

    /// <summary>What that means for the app, and what does not fire it.</summary>
    public required string Meaning { get; init; }

    /// <summary>What to do, one thing after the other.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>The workload that it is about, which its label of that name says: of several the alerts would be one otherwise.</summary>
    /// <value>Null for the sample app and for what all share.</value>
    public string? Workload { get; init; }

    /// <summary>Where the alert is described, from the root of the repository.</summary>
    public string Link => $"{AlertDocs.Path}#{Name.ToLowerInvariant()}";

    /// <summary>What goes along with the alert to whoever gets it.</summary>
    public ImmutableSortedDictionary<string, string> Annotations => ImmutableSortedDictionary<string, string>.Empty
        .Add("summary", Summary)
        .Add("description", Meaning)
        .Add("runbook", string.Join(' ', Steps.Select((step, index) => FormattableString.Invariant($"{index + 1}. {step}"))))
        .Add("runbook_url", Link);
}

/// <summary>How bad an alert is, with Azure's numbers (https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview).</summary>
internal enum AlertSeverity
{
    /// <summary>Users notice it now.</summary>
    Critical = 0,

    /// <summary>The app does not scale, or nobody would see that it does not.</summary>
    Error = 1,

    /// <summary>Something is at its end, or partly broken.</summary>
    Warning = 2,
}
