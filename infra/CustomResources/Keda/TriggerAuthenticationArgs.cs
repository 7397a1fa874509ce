using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace KedaStack.Infra.CustomResources.Keda;

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

/// <summary>The spec of a TriggerAuthentication.</summary>
public sealed class TriggerAuthenticationSpecArgs : ResourceArgs
{
    /// <summary>The identity of KEDA's pods.</summary>
    [Input("podIdentity")]
    public Input<PodIdentityArgs>? PodIdentity { get; set; }

    [Input("secretTargetRef")]
    private InputList<SecretTargetRefArgs>? _secretTargetRef;

    /// <summary>Parameters that are in Secrets of its namespace.</summary>
    public InputList<SecretTargetRefArgs> SecretTargetRef
    {
        get => _secretTargetRef ??= [];
        set => _secretTargetRef = value;
    }
}

/// <summary>A parameter that is in a Secret.</summary>
public sealed class SecretTargetRefArgs : ResourceArgs
{
    /// <summary>The name of the parameter.</summary>
    [Input("parameter", required: true)]
    public Input<string> Parameter { get; set; } = null!;

    /// <summary>The name of the Secret.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The key in the Secret.</summary>
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;
}

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
