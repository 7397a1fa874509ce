namespace KedaStack.Local.Processes;

/// <summary>A run could not begin or go on.</summary>
/// <param name="message">What was found, what was expected and what to do, for people.</param>
public sealed class LocalRunException(string message) : Exception(message)
{
    /// <summary>The reason of an event that tells of it; null where there is none.</summary>
    internal string? Reason { get; init; }
}
