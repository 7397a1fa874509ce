namespace KedaStack.Truth.Recordings;

/// <summary>A condition of an HPA or a ScaledObject.</summary>
/// <param name="Type">The type.</param>
/// <param name="Status"><c>True</c>, <c>False</c> or <c>Unknown</c>.</param>
/// <param name="Reason">The reason; null for none.</param>
/// <param name="Message">The message; null for none.</param>
public sealed record RecordedCondition(string Type, string Status, string? Reason, string? Message);
