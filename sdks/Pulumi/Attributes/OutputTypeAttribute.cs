namespace Pulumi;

/// <summary>Marks a class that outputs are made of.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
