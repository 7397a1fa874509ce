namespace Pulumi;

/// <summary>Marks the constructor that fills an output type.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
