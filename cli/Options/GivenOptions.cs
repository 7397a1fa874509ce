using System.CommandLine;
using System.CommandLine.Parsing;

namespace KedaStack.Cli.Options;

/// <summary>
/// What is on a command line, for validators: they run over command lines that are wrong, too, where the value of an option without
/// one cannot be asked for.
/// </summary>
internal static class GivenOptions
{
    /// <summary>Whether an option is there, whatever its value.</summary>
    public static bool IsGiven(this CommandResult command, Option option) => command.GetResult(option) is { Implicit: false };

    /// <summary>Whether a switch is there and not turned off.</summary>
    public static bool IsOn(this CommandResult command, Option<bool> option) =>
        command.GetResult(option) is { Implicit: false } result && result.Tokens.All(token => bool.TryParse(token.Value, out var isOn) && isOn);
}
