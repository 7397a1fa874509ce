using Pulumi.Kubernetes.Types.Outputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>An object of a custom resource definition.</summary>
public class CustomResource : KubernetesResource
{
    /// <summary>Registers the object.</summary>
    public CustomResource(string name, CustomResourceArgs args, CustomResourceOptions? options = null)
        : base(args.Type, name, args, options)
    {
    }

    /// <summary>The API group and version.</summary>
    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    /// <summary>The kind.</summary>
    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    /// <summary>Name, namespace, labels and so on.</summary>
    [Output("metadata")]
    public Output<ObjectMeta> Metadata { get; private set; } = null!;
}
