namespace KedaStack.Scaling.Hpa.Proposals;

/// <summary>What the HPA sees of its target at one reconcile: the scale subresource and the pods that it selects.</summary>
/// <param name="SpecReplicas">The desired count, <c>.spec.replicas</c>.</param>
/// <param name="StatusReplicas">The pods created and not terminating, Ready or not, <c>.status.replicas</c>.</param>
/// <param name="ReadyPods">The selected pods that are running and Ready; only Value targets use them.</param>
/// <param name="SelectedPods">All pods that the selector matches; without any, a Value target is an error.</param>
public readonly record struct ScaleTargetStatus(int SpecReplicas, int StatusReplicas, int ReadyPods, int SelectedPods)
{
    /// <summary>A target at rest: every desired pod exists and is Ready.</summary>
    /// <param name="replicas">The desired count.</param>
    public static ScaleTargetStatus AtRest(int replicas) => new(replicas, replicas, replicas, replicas);
}
