using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>The spec of a TriggerAuthentication.</summary>
public sealed class TriggerAuthenticationSpecArgs : ResourceArgs
{
    /// <summary>The identity of KEDA's pods.</summary>
    [Input("podIdentity", required: true)]
    public Input<PodIdentityArgs> PodIdentity { get; set; } = null!;
}
