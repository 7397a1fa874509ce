namespace KedaStack.Truth.Recordings;

/// <summary>A recording that is not what its README says.</summary>
/// <param name="message">What was found and what was expected.</param>
/// <param name="cause">The cause; null for none.</param>
public sealed class RecordingFormatException(string message, Exception? cause = null) : Exception(message, cause);
