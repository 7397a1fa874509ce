using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Checks.Scaling;

/// <summary>Whether KEDA itself ever scales a workload, between 0 (or idle) and its least replicas; the rest is the HPA's.</summary>
internal static class Activation
{
    /// <summary>Whether a ScaledObject has nothing to activate: at least one replica and no idle count.</summary>
    public static bool NeverHappens(GraphResource scaledObject) =>
        scaledObject.Inputs.Number("spec.minReplicaCount") >= 1 && scaledObject.Inputs.At("spec.idleReplicaCount") is null;
}
