using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Scaling.WithoutEffect;

/// <summary>What KEDA's admission webhook will say of a ScaledObject when it is applied, in the words of the stack's version.</summary>
internal static class AdmissionWords
{
    /// <summary>The warning about the pollingInterval; null when there is none.</summary>
    public static string? OfPollingInterval(StackView stack, GraphResource scaledObject) => scaledObject.Inputs.At("spec.pollingInterval") is null
        ? null
        : ScaledObjectWarnings.OfPollingInterval(
            Words(stack),
            Count(scaledObject, "spec.minReplicaCount"),
            Count(scaledObject, "spec.idleReplicaCount"),
            scaledObject.Inputs.Objects("spec.triggers").Any(trigger => trigger.IsTrue("useCachedMetrics")));

    /// <summary>The warning about the cooldownPeriod; null when there is none.</summary>
    public static string? OfCooldownPeriod(StackView stack, GraphResource scaledObject) => scaledObject.Inputs.At("spec.cooldownPeriod") is null
        ? null
        : ScaledObjectWarnings.OfCooldownPeriod(
            Words(stack), Count(scaledObject, "spec.minReplicaCount"), Count(scaledObject, "spec.idleReplicaCount"));

    /// <summary>A finding's words with the warning behind them.</summary>
    public static string Quote(string found, string? warning) => warning is null ? found : $"{found}; KEDA's webhook: {warning}";

    private static AdmissionWarnings Words(StackView stack) => (stack.Keda.Version ?? KedaVersion.Default).Semantics.Warnings;

    private static int? Count(GraphResource scaledObject, string path) =>
        scaledObject.Inputs.Number(path) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;
}
