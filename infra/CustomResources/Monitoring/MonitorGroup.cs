namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>Who reads monitors: each reads those of its own API group only.</summary>
public enum MonitorGroup
{
    /// <summary>The agents of managed Prometheus: <c>azmonitoring.coreos.com</c>.</summary>
    AzureMonitor,

    /// <summary>The Prometheus operator: <c>monitoring.coreos.com</c>.</summary>
    PrometheusOperator,
}

/// <summary>The API group of monitors.</summary>
public static class MonitorGroups
{
    /// <summary>The API version of the monitors of a group.</summary>
    public static string ApiVersion(this MonitorGroup group) => group switch
    {
        MonitorGroup.AzureMonitor => "azmonitoring.coreos.com/v1",
        MonitorGroup.PrometheusOperator => "monitoring.coreos.com/v1",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "There is no such group of monitors."),
    };
}
