namespace KedaStack.Truth.Recordings;

/// <summary>An event.</summary>
/// <param name="AtMilliseconds">When it was seen.</param>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Message">The message.</param>
public sealed record RecordedEvent(long AtMilliseconds, string Kind, string Reason, string Message);
