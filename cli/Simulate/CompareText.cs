using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Parsing;

namespace KedaStack.Cli.Simulate;

/// <summary>Reads the settings of a variant: <c>threshold=20,window=1m</c>.</summary>
internal static partial class CompareText
{
    private const string Option = "--compare";

    /// <summary>
    /// Divides a text into assignments. Lists have commas, too: only one that a key and an equals sign follow begins another
    /// assignment.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static IReadOnlyList<string>? Read(string text, ICollection<SettingsProblem> problems)
    {
        var assignments = Between().Split(text);
        foreach (var assignment in assignments)
        {
            if (assignment.IndexOf('=', StringComparison.Ordinal) <= 0)
            {
                problems.Add(SettingsProblem.Create(
                    Option, "is not key=value, with commas between several", Quoted.Text(text), "write it like --compare threshold=20,window=1m"));
                return null;
            }
        }

        return assignments;
    }

    /// <summary>A problem of a variant's settings, with the variant that it is of.</summary>
    public static SettingsProblem Of(string text, SettingsProblem problem) => new($"{Option} {text}: {problem.Key}", problem.Message);

    [GeneratedRegex(@"\s*,\s*(?=[A-Za-z][A-Za-z0-9:]*\s*=)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
