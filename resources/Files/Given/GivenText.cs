namespace KedaStack.Resources.Files.Given;

/// <summary>The text of a file, or of standard input.</summary>
/// <param name="Name">The file, as it is shown.</param>
/// <param name="Folder">The folder that it is in; empty for standard input.</param>
/// <param name="IsNamed">Whether the command line names it itself, and not a folder above it.</param>
/// <param name="Text">The text; null when it could not be read.</param>
/// <param name="Problem">Why it could not be read.</param>
/// <param name="IsMissing">Whether that is because there is no such file.</param>
internal sealed record GivenText(string Name, string Folder, bool IsNamed, string? Text, string? Problem, bool IsMissing = false);
