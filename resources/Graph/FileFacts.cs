using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Resources.Graph;

/// <summary>What is known about files beside what is in them.</summary>
/// <param name="IsComplete">Whether they hold everything, so that what is not among them does not exist.</param>
/// <param name="Keda">The version of KEDA that they are for.</param>
/// <param name="KubernetesMinor">The minor version of Kubernetes 1 that they are for.</param>
internal sealed record FileFacts(bool IsComplete, KedaVersion Keda, int KubernetesMinor)
{
    /// <summary>What was assumed, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
