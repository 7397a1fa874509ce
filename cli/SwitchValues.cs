using System.CommandLine;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Cli;

/// <summary>
/// Switches with a value: <c>--json=maybe</c>. Where a command has arguments, the library would take the word for one of them,
/// and elsewhere for one too many.
/// </summary>
internal static class SwitchValues
{
    private const string EndOfOptions = "--";

    /// <summary>What is wrong with them; <c>=true</c> and <c>=false</c> are right.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="result">The command line as the library reads it.</param>
    public static IReadOnlyList<SettingsProblem> Problems(IReadOnlyList<string> words, ParseResult result)
    {
        var switches = result.CommandResult.Command.Options.Where(option => option.ValueType == typeof(bool)).ToList();
        return
        [
            .. words.TakeWhile(word => word != EndOfOptions)
                .Select(word => (Word: word, At: word.IndexOfAny(['=', ':'])))
                .Where(word => word.At > 0 && !bool.TryParse(word.Word[(word.At + 1)..], out _))
                .Select(word => (Option: switches.Find(option => option.Name == word.Word[..word.At] || option.Aliases.Contains(word.Word[..word.At])), Value: word.Word[(word.At + 1)..]))
                .Where(given => given.Option is not null)
                .Select(given => SettingsProblem.Create(given.Option!.Name, "takes no value", Quoted.Text(given.Value), $"write {given.Option.Name} alone, or leave it out")),
        ];
    }
}
