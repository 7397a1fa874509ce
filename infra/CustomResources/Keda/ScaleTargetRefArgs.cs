using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>The workload that a ScaledObject scales; a Deployment unless said otherwise.</summary>
public sealed class ScaleTargetRefArgs : ResourceArgs
{
    /// <summary>Its name, in the ScaledObject's namespace.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
