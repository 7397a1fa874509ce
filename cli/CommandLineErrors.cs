using System.CommandLine;
using KedaStack.Infra.Settings.Parsing;

namespace KedaStack.Cli;

/// <summary>What is wrong with a command line, in lines. The help, which is long, belongs to standard output and who asks for it.</summary>
internal static class CommandLineErrors
{
    /// <summary>The lines; the last says where the help is.</summary>
    /// <param name="result">A command line with errors.</param>
    public static IEnumerable<string> Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        foreach (var token in result.UnmatchedTokens)
        {
            yield return Unmatched(token, command);
        }

        // The library's own words for what has just been said are left out.
        foreach (var error in result.Errors.Where(error => !result.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            yield return error.Message;
        }

        yield return $"{Path(result)} --help lists what there is.";
    }

    private static string Unmatched(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var names = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(subcommand => subcommand.Name);
        var wrong = isOption ? "is not an option here" : command.Subcommands.Count > 0 ? "is not a command" : "is one argument too many";
        var right = EditDistance.Nearest(token, names) is { } nearest ? $"did you mean {nearest}?"
            : isOption || command.Subcommands.Count > 0 ? "write one of those that the help lists"
            : "leave it out, or quote values that contain spaces";
        return SettingsProblem.Create(token, wrong, Quoted.Text(token), right).ToString();
    }

    private static string Path(ParseResult result) =>
        result.CommandResult.Command is RootCommand ? "kedastack" : $"kedastack {result.CommandResult.Command.Name}";
}
