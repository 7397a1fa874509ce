namespace KedaStack.Infra.Monitoring.Alerts;

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
