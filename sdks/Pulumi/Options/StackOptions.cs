namespace Pulumi;

/// <summary>The options of the stack that a program makes.</summary>
public class StackOptions
{
    /// <summary>Functions that see, and may change, every resource.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];
}
