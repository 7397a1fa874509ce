using System.CommandLine;
using System.CommandLine.Parsing;

namespace KedaStack.Cli.Options;

/// <summary>
/// What is on a command line. Validators run over command lines that are wrong, too, where the value of an option without one cannot
/// be asked for; and a command asks for options of its own only, whatever others have.
/// </summary>
internal static class GivenOptions
{
    /// <summary>An option of the command that is there; null for one that is not, or that the command does not have.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="name">The option's name.</param>
    public static OptionResult? Given(this ParseResult arguments, string name) =>
        arguments.CommandResult.Children.OfType<OptionResult>().FirstOrDefault(result => !result.Implicit && result.Option.Name == name);

    /// <summary>Whether an option is there, whatever its value.</summary>
    public static bool IsGiven(this CommandResult command, Option option) => command.GetResult(option) is { Implicit: false };

    /// <summary>Whether a switch is there and not turned off.</summary>
    public static bool IsOn(this CommandResult command, Option<bool> option) =>
        command.GetResult(option) is { Implicit: false } result && result.Tokens.All(token => bool.TryParse(token.Value, out var isOn) && isOn);
}
