namespace KedaStack.Cli;

/// <summary>Words that people type where there are options: <c>help</c>, <c>help simulate</c>, <c>simulate help</c>, <c>version</c>.</summary>
internal static class CommandWords
{
    /// <summary>The command line with options in their place.</summary>
    public static IReadOnlyList<string> AsOptions(IReadOnlyList<string> arguments) => arguments.Count == 0 ? arguments : (arguments[0], arguments.Count) switch
    {
        ("version", 1) => ["--version"],
        ("help", _) => [.. arguments.Skip(1), "--help"],
        var (command, count) when count == 2 && arguments[1] == "help" && !command.StartsWith('-') => [command, "--help"],
        _ => arguments,
    };
}
