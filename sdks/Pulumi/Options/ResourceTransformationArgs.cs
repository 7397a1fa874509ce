namespace Pulumi;

/// <summary>What a transformation sees.</summary>
public readonly struct ResourceTransformationArgs
{
    /// <summary>Puts the three together.</summary>
    public ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
        => (Resource, Args, Options) = (resource, args, options);

    /// <summary>The resource, which is not registered yet.</summary>
    public Resource Resource { get; }

    /// <summary>Its args.</summary>
    public ResourceArgs Args { get; }

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; }
}
