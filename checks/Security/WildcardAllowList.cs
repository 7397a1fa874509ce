using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>No allow-list allows everything.</summary>
internal sealed class WildcardAllowList() : Check(new()
{
    Id = "wildcard-allow-list",
    Severity = Severity.Error,
    Title = "No allow-list allows everything",
    Failure = "millions of series and `429` at the workspace's limits (labels), or an API server open to the whole internet (address ranges)",
    Cause = "`*` attaches every label or annotation of every object to its series; 0.0.0.0/0 is every address.",
    Fix = "Name what is needed, or leave the list empty.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private static readonly string[] _lists =
    [
        "azureMonitorProfile.metrics.kubeStateMetrics.metricLabelsAllowlist",
        "azureMonitorProfile.metrics.kubeStateMetrics.metricAnnotationsAllowList",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster))
        {
            foreach (var path in _lists.Where(path => cluster.Inputs.Text(path)?.Contains('*', StringComparison.Ordinal) is true))
            {
                yield return Found(cluster, path, cluster.Inputs.Text(path), "names, or an empty list");
            }

            const string Ranges = "apiServerAccessProfile.authorizedIPRanges";
            if (cluster.Inputs.Texts(Ranges).Any(range => range.EndsWith("/0", StringComparison.Ordinal)))
            {
                yield return Found(cluster, Ranges, cluster.Inputs.Shown(Ranges), "the ranges that deploy");
            }
        }
    }
}
