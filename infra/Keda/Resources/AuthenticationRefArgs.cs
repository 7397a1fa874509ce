using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>A trigger's TriggerAuthentication.</summary>
public sealed class AuthenticationRefArgs : ResourceArgs
{
    /// <summary>Its name, in the ScaledObject's namespace.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;
}
