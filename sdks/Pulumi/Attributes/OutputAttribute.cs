namespace Pulumi;

/// <summary>Marks a property of a resource that the engine fills.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>Names the output on the wire; without a name it is the property's own.</summary>
    public OutputAttribute(string? name = null) => Name = name;

    /// <summary>The name on the wire.</summary>
    public string? Name { get; }
}
