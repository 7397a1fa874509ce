namespace Pulumi;

/// <summary>Marks a property or field of an args class that goes over the wire.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Names the input on the wire.</summary>
    public InputAttribute(string name, bool required = false, bool json = false)
        => (Name, IsRequired, IsJson) = (name, required, json);

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal bool IsJson { get; }
}
