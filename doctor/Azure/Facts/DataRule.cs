using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>A data collection rule: which data it takes and where it sends them.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsRead">Whether it was read.</param>
/// <param name="IsPrometheus">Whether it takes the metrics of managed Prometheus; rules of Container Insights do not.</param>
/// <param name="Accounts">The ids of the workspaces that it sends to.</param>
internal sealed record DataRule(string Id, bool IsRead, bool IsPrometheus, IReadOnlyList<string> Accounts)
{
    private const string Stream = "Microsoft-PrometheusMetrics";

    /// <summary>Reads one.</summary>
    public static DataRule Of(string id, ClusterAnswer answer) => new(
        id,
        // A rule that is gone sends nothing.
        answer.IsOk || answer.IsMissing,
        answer.Body.Objects("properties.dataFlows").Any(flow => flow.Texts("streams").Contains(Stream, StringComparer.OrdinalIgnoreCase)),
        [.. answer.Body.Objects("properties.destinations.monitoringAccounts").Select(account => account.Text("accountResourceId")).OfType<string>()]);
}
