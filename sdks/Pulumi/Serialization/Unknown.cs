namespace Pulumi;

/// <summary>Stands for a value that is not known.</summary>
internal sealed record Unknown
{
    public static Unknown Value { get; } = new();
}
