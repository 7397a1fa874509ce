namespace Pulumi;

/// <summary>Marks a struct whose values are words on the wire.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
