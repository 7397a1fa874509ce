using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>A <c>keda.sh/v1alpha1</c> ScaledObject: which workload scales, on what, between which bounds.</summary>
public sealed class ScaledObjectArgs : CustomResourceArgs
{
    /// <summary>An empty ScaledObject.</summary>
    public ScaledObjectArgs()
        : base("keda.sh/v1alpha1", "ScaledObject")
    {
    }

    /// <summary>What it does.</summary>
    [Input("spec", required: true)]
    public Input<ScaledObjectSpecArgs> Spec { get; set; } = null!;
}
