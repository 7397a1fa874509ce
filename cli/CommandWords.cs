namespace KedaStack.Cli;

/// <summary>Words that people type where there are options: <c>help</c>, <c>help simulate</c>, <c>simulate help</c>, <c>version</c>.</summary>
internal static class CommandWords
{
    /// <summary>The command line with options in their place.</summary>
    /// <param name="arguments">The words.</param>
    /// <param name="commands">The names of all commands.</param>
    public static IReadOnlyList<string> AsOptions(IReadOnlyList<string> arguments, IReadOnlyCollection<string> commands) => arguments.Count == 0 ? arguments : (arguments[0], arguments.Count) switch
    {
        ("version", _) => ["--version", .. arguments.Skip(1)],
        // Of what is no command there is no help: that is said.
        ("help", > 1) when arguments[1] != "help" && !arguments[1].StartsWith('-') && !commands.Contains(arguments[1]) => [.. arguments.Skip(1)],
        ("help", _) => [.. arguments.Skip(1).Where(word => word != "help"), "--help"],
        var (command, count) when count == 2 && arguments[1] == "help" && !command.StartsWith('-') => [command, "--help"],
        _ => arguments,
    };
}
