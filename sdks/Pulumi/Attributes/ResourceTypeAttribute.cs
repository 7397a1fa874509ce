namespace Pulumi;

/// <summary>Gives the type token of a resource class.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute : Attribute
{
    /// <summary>Names the type token and the version of its package.</summary>
    public ResourceTypeAttribute(string type, string? version) => (Type, Version) = (type, version);

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The version of the package.</summary>
    public string? Version { get; }
}
