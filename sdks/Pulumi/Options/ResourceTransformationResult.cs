namespace Pulumi;

/// <summary>What a transformation makes of a resource.</summary>
public readonly struct ResourceTransformationResult
{
    /// <summary>Puts the two together.</summary>
    public ResourceTransformationResult(ResourceArgs args, ResourceOptions options) => (Args, Options) = (args, options);

    /// <summary>The args to register with.</summary>
    public ResourceArgs Args { get; }

    /// <summary>The options to register with.</summary>
    public ResourceOptions Options { get; }
}
