using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KedaStack.Cli.Options;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Cli;

/// <summary>What is wrong with a command line, in lines. The help, which is long, belongs to standard output and who asks for it.</summary>
internal static class CommandLineErrors
{
    // The options that a value without a name is meant for, unless they or others that say the same are there.
    private static readonly (string Name, string[] Others)[] _main =
    [
        ("--value", ["--hpa", "--live"]),
        ("--traffic", ["--from-prometheus"]),
    ];

    /// <summary>The lines; the last says where the help is.</summary>
    /// <param name="result">A command line with errors.</param>
    /// <param name="switched">What is wrong with its switches.</param>
    public static IEnumerable<string> Of(ParseResult result, IReadOnlyList<SettingsProblem> switched)
    {
        foreach (var problem in switched)
        {
            yield return problem.ToString();
        }

        var before = "";
        foreach (var token in Told(result).Where(token => !switched.Any(problem => problem.Message.Contains($"(got {Quoted.Text(token)})", StringComparison.Ordinal))))
        {
            yield return Unmatched(token, result);
        }

        // The library's own words for what has just been said are left out.
        foreach (var error in result.Errors.Where(error => !result.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            if (Said(error, result) is { } said && said != before)
            {
                before = said;
                yield return said;
            }
        }

        yield return $"{Path(result)} --help lists what there is.";
    }

    /// <summary>That a command is missing.</summary>
    /// <param name="command">What has commands.</param>
    public static string NeedsCommand(Command command) => SettingsProblem.Create(
        "kedastack", "needs a command", "none", $"write one of {string.Join(", ", command.Subcommands.Select(subcommand => subcommand.Name))}").ToString();

    // Our own messages begin with the option; the library's are said in our words.
    private static string? Said(ParseError error, ParseResult result)
    {
        if (error.Message.StartsWith('-'))
        {
            return error.Message;
        }

        if ((error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is not { } given)
        {
            return error.SymbolResult is not CommandResult { Command: { Subcommands.Count: > 0 } command } ? error.Message
                : result.UnmatchedTokens.Count > 0 ? null
                : NeedsCommand(command);
        }

        var (option, tokens) = (given.Option, given.Tokens);
        var got = tokens.Count == 0 ? "nothing" : Quoted.Text(string.Join(' ', tokens.Select(token => token.Value)));
        var (wrong, right) = tokens.Count < option.Arity.MinimumNumberOfValues ? ("has no value", $"write {option.Name} <{option.HelpName ?? "value"}>")
            : tokens.Count > option.Arity.MaximumNumberOfValues && option.Arity.MaximumNumberOfValues > 0
                ? (string.Create(CultureInfo.InvariantCulture, $"is given {tokens.Count} times"), "write it once")
            : option.ValueType == typeof(bool) ? ("takes no value", $"write {option.Name} alone, or leave it out")
            : ("", "");
        return wrong.Length == 0 ? error.Message : SettingsProblem.Create(option.Name, wrong, got, right).ToString();
    }

    // After a word that is no command nothing else says anything, and what follows an unknown option is its value.
    private static IEnumerable<string> Told(ParseResult result)
    {
        var tokens = result.UnmatchedTokens;
        if (result.CommandResult.Command is RootCommand && tokens.Count > 0 && !tokens[0].StartsWith('-'))
        {
            return [tokens[0]];
        }

        var words = result.Tokens.Select(token => token.Value).ToList();
        return tokens.Where((token, place) => place == 0 || token.StartsWith('-') || !tokens[place - 1].StartsWith('-')
            || words.IndexOf(token) != words.IndexOf(tokens[place - 1]) + 1);
    }

    private static string Unmatched(string token, ParseResult result)
    {
        var command = result.CommandResult.Command;
        var isOption = token.StartsWith('-');
        var names = isOption ? command.Options.Select(option => option.Name) : command.Subcommands.Select(subcommand => subcommand.Name);
        var wrong = isOption ? "is not an option here" : command.Subcommands.Count > 0 ? "is not a command" : "is one argument too many";
        var right = EditDistance.Nearest(token, names) is { } nearest ? $"did you mean {nearest}?"
            : isOption || command.Subcommands.Count > 0 ? "write one of those that the help lists"
            : token.Trim().Length > 0 && Array.Find(_main, option => IsMissing(option.Name, option.Others, result)) is { Name: { } name } ? $"write {name} {Typed(token)}, or leave it out"
            : "leave it out, or quote values that contain spaces";
        return SettingsProblem.Create(token.Trim().Length > 0 ? token : command is RootCommand ? "kedastack" : command.Name, wrong, Quoted.Text(token), right).ToString();
    }

    private static bool IsMissing(string name, string[] others, ParseResult result) =>
        result.CommandResult.Command.Options.Any(option => option.Name == name)
        && others.Append(name).All(option => result.Given(option) is null);

    private static string Typed(string token) => token.Any(char.IsWhiteSpace) ? Quoted.Text(token) : token;

    private static string Path(ParseResult result) =>
        result.CommandResult.Command is RootCommand ? "kedastack" : $"kedastack {result.CommandResult.Command.Name}";
}
