using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Pulumi.Kubernetes.ApiExtensions;

/// <summary>The base of the args of custom resources; a subclass adds the properties of its kind.</summary>
public abstract class CustomResourceArgs : ResourceArgs
{
    /// <summary>Names the kind.</summary>
    protected CustomResourceArgs(string apiVersion, string kind)
        => (ApiVersion, Kind, Type) = (apiVersion, kind, $"kubernetes:{apiVersion}:{kind}");

    /// <summary>The API group and version.</summary>
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; }

    /// <summary>The kind.</summary>
    [Input("kind")]
    public Input<string> Kind { get; }

    /// <summary>Name, namespace, labels and so on.</summary>
    [Input("metadata")]
    public Input<ObjectMetaArgs>? Metadata { get; set; }

    internal string Type { get; }
}
