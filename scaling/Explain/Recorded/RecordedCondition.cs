namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>A condition as it was recorded, whatever its words are.</summary>
/// <param name="Type">The type.</param>
/// <param name="Status">The status: <c>True</c>, <c>False</c> or <c>Unknown</c>.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Message">The message.</param>
public sealed record RecordedCondition(string Type, string Status, string Reason, string Message);
