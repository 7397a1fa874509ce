using KedaStack.Infra.Settings;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>Alerts that are evaluated together.</summary>
/// <param name="Workload">The workload that they are about; null for those on the sample app and on what all share.</param>
/// <param name="Description">What they are for.</param>
/// <param name="Rules">The alerts; at least one.</param>
internal sealed record AlertGroup(string? Workload, string Description, IReadOnlyList<AlertRule> Rules)
{
    /// <summary>The name, to which that of the cluster is added in Azure.</summary>
    public string Name => Workload is null ? AutoscalerAlerts.GroupName : $"{AutoscalerAlerts.GroupName}-{Workload}";

    /// <summary>The groups of a stack: none without anything that is scaled.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cluster">The value of the label <c>cluster</c>; null where there is no such label.</param>
    public static IEnumerable<AlertGroup> All(StackSettings settings, string? cluster)
    {
        var series = AutoscalerSeries.Of(settings, cluster);
        if (settings.HasSampleApp)
        {
            yield return new AlertGroup(null, AutoscalerAlerts.GroupDescription, AutoscalerAlerts.For(series, settings.Scaling));
        }
        else if (settings.Workloads.Count > 0)
        {
            yield return new AlertGroup(null, "Whether KEDA can scale anything.", AutoscalerAlerts.Shared(series));
        }

        foreach (var workload in settings.Workloads)
        {
            yield return new AlertGroup(workload.Name, $"Whether {workload.Name} is scaled as it should be.", WorkloadAlerts.For(workload, series));
        }
    }
}
