namespace KedaStack.Resources.Files.Given;

/// <summary>The text of a file, or of standard input.</summary>
/// <param name="Name">The file, as it is shown.</param>
/// <param name="Folder">The folder that it is in; empty for standard input.</param>
/// <param name="IsNamed">Whether the command line names it itself, and not a folder above it.</param>
/// <param name="Text">The text; null when it could not be read.</param>
/// <param name="Problem">Why it could not be read.</param>
internal sealed record GivenText(string Name, string Folder, bool IsNamed, string? Text, string? Problem);
