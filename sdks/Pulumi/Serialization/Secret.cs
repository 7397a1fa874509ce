namespace Pulumi;

/// <summary>A serialized value that came out of a secret.</summary>
internal sealed record Secret(object? Value);
