namespace Pulumi;

/// <summary>Names a constructor parameter on the wire.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute : Attribute
{
    /// <summary>Names the parameter.</summary>
    public OutputConstructorParameterAttribute(string name) => Name = name;

    /// <summary>The name on the wire.</summary>
    public string Name { get; }
}
