using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>A <c>keda.sh/v1alpha1</c> TriggerAuthentication: how a trigger signs in.</summary>
public sealed class TriggerAuthenticationArgs : CustomResourceArgs
{
    /// <summary>An empty TriggerAuthentication.</summary>
    public TriggerAuthenticationArgs()
        : base("keda.sh/v1alpha1", "TriggerAuthentication")
    {
    }

    /// <summary>How.</summary>
    [Input("spec", required: true)]
    public Input<TriggerAuthenticationSpecArgs> Spec { get; set; } = null!;
}
