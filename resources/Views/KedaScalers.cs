using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Views;

/// <summary>The trigger types that KEDA 2.21 knows (pkg/scaling/scalers_builder.go).</summary>
internal static class KedaScalers
{
    /// <summary>The types.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(
        ScalerTarget.ByType.Keys.Concat(
        [
            "prometheus", "cpu", "memory", "cron", "azure-queue", "azure-servicebus", "azure-eventhub", "external", "external-push", "external-mock",
            "selenium-grid", "forgejo-runner",
        ]),
        StringComparer.Ordinal);
}
