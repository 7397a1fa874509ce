using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Prometheus;

namespace KedaStack.Resources.Workloads;

/// <summary>What a stack's settings say of how its metrics are asked.</summary>
/// <param name="Address">The address; null for that of a workspace, which the deployed stack knows.</param>
/// <param name="Scope">Which series answer.</param>
/// <param name="ClusterId">The id of the cluster; null for one that the deployed stack knows.</param>
/// <param name="Namespace">The namespace of what is scaled.</param>
internal sealed record PlatformQuery(string? Address, QueryScope Scope, string? ClusterId, string Namespace)
{
    /// <summary>That of a stack.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="scaledNamespace">The namespace of what is scaled.</param>
    public static PlatformQuery Of(StackSettings settings, string scaledNamespace) => new(
        (settings.Platform.Metrics as OwnPrometheus)?.Url,
        settings.Platform.Scope,
        (settings.Platform.Cluster as ExistingCluster)?.Id.ToString(),
        scaledNamespace);

    /// <summary>The id of the resource whose series alone answer; null where all do, and after a problem.</summary>
    /// <param name="deployed">The deployed stack, which is asked for what the settings do not say.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string?> ResourceScopeAsync(StackEndpoint deployed, ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        if (Scope == QueryScope.Workspace)
        {
            return null;
        }

        var cluster = ClusterId;
        if (cluster is null)
        {
            (cluster, var problem) = await deployed.FindClusterAsync(cancellationToken);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return cluster is null || Scope == QueryScope.Cluster ? cluster : $"{cluster}/namespaces/{Namespace}";
    }
}
