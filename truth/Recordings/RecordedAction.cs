namespace KedaStack.Truth.Recordings;

/// <summary>A hand on the loop.</summary>
/// <param name="AtMilliseconds">When it was done.</param>
/// <param name="Kind">What was done: <c>scale</c>, <c>annotate</c>, <c>patchSO</c> or <c>killPods</c>.</param>
/// <param name="Argument">With what.</param>
public sealed record RecordedAction(long AtMilliseconds, string Kind, string Argument);
