using KedaStack.Cli.Checks.Model;
using KedaStack.Cli.Preview;

namespace KedaStack.Cli.Checks.Scaling;

/// <summary>Whether KEDA itself ever scales a workload, between 0 (or idle) and its least replicas; the rest is the HPA's.</summary>
internal static class Activation
{
    /// <summary>Whether a ScaledObject has nothing to activate: at least one replica and no idle count.</summary>
    public static bool NeverHappens(PreviewedResource scaledObject) =>
        scaledObject.Inputs.Number("spec.minReplicaCount") >= 1 && scaledObject.Inputs.At("spec.idleReplicaCount") is null;
}
