using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>The identity that KEDA's operator signs in as.</summary>
public sealed class PodIdentityArgs : ResourceArgs
{
    /// <summary>Where the identity comes from: <c>azure-workload</c>.</summary>
    [Input("provider", required: true)]
    public Input<string> Provider { get; set; } = null!;

    /// <summary>The client id of the identity; not its object id.</summary>
    [Input("identityId")]
    public Input<string>? IdentityId { get; set; }
}
