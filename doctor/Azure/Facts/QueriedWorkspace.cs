using KedaStack.Doctor.Chains;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>Which workspace a trigger asks.</summary>
internal static class QueriedWorkspace
{
    private const string ScopedHost = "query.";

    /// <summary>The triggers of a chain that ask a workspace.</summary>
    public static IReadOnlyList<ChainTrigger> Triggers(Chain chain) => [.. chain.PrometheusTriggers.Where(trigger => trigger.IsManaged)];

    /// <summary>
    /// Whether a trigger asks the address of a region, which finds the workspace by the resource whose series are asked for
    /// (x-ms-azure-scoping; learn.microsoft.com/azure/azure-monitor/metrics/prometheus-resource-scoped-queries).
    /// </summary>
    public static bool IsScoped(ChainTrigger trigger) =>
        Uri.TryCreate(trigger.ServerAddress, UriKind.Absolute, out var uri) && uri.Host.StartsWith(ScopedHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The workspace that a trigger asks; null where it is none that was read.</summary>
    public static Workspace? Of(AzureSide azure, ChainTrigger trigger) => azure.Workspaces.FirstOrDefault(workspace => workspace.IsAt(trigger.ServerAddress));

    /// <summary>Whether a workspace gives a trigger more than 0: then series come to it, from wherever.</summary>
    public static bool HasSeries(Chain chain, ChainTrigger trigger) =>
        chain.Reads.Any(read => read.Milli > 0 && (read.Trigger ?? trigger.Place) == trigger.Place) && !chain.IsFallbackActive;
}
