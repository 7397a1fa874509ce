using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>The workload that a ScaledObject scales; a Deployment unless said otherwise.</summary>
public sealed class ScaleTargetRefArgs : ResourceArgs
{
    /// <summary>Its API version; apps/v1 unless said otherwise.</summary>
    [Input("apiVersion")]
    public Input<string>? ApiVersion { get; set; }

    /// <summary>Its kind; Deployment unless said otherwise.</summary>
    [Input("kind")]
    public Input<string>? Kind { get; set; }

    /// <summary>Its name, in the ScaledObject's namespace.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
