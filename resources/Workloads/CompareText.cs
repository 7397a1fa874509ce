using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Workloads;

/// <summary>Reads the settings of a variant: <c>threshold=20,window=1m</c>.</summary>
internal static partial class CompareText
{
    /// <summary>The option that gives a variant.</summary>
    public const string Option = "--compare";

    /// <summary>
    /// Divides a text into assignments. Lists have commas, too: only one that a key and an equals sign follow begins another
    /// assignment.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="options">The options of the command, such as <c>--seed</c>, which are no settings.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>The assignments without blanks around key and value; null after a problem.</returns>
    public static IReadOnlyList<string>? Read(string text, IEnumerable<string> options, ICollection<SettingsProblem> problems)
    {
        var assignments = new Dictionary<string, string>();
        foreach (var assignment in Between().Split(text))
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                return Reject("is not key=value, with commas between several", text, "write it like --compare threshold=20,window=1m", problems);
            }

            var (key, value) = (assignment[..equals].Trim(), assignment[(equals + 1)..].Trim());
            var option = "--" + key.TrimStart('-');
            if (SettingsCatalogue.Find(key) is null && options.Contains(option))
            {
                return Reject(
                    $"{option} is an option of the whole run, not a setting of a variant", text,
                    $"write {option} {value} beside --compare; all variants have it", problems);
            }

            if (!assignments.TryAdd(key, $"{key}={value}"))
            {
                return Reject($"sets {key} twice", text, "write each setting once; for several values, repeat --compare", problems);
            }
        }

        return [.. assignments.Values];
    }

    /// <summary>A problem of a variant's settings, with the variant that it is of.</summary>
    public static SettingsProblem Of(string text, SettingsProblem problem) => new($"{Option} {text}: {problem.Key}", problem.Message);

    private static IReadOnlyList<string>? Reject(string wrong, string text, string right, ICollection<SettingsProblem> problems)
    {
        problems.Add(SettingsProblem.Create(Option, wrong, Quoted.Text(text), right));
        return null;
    }

    [GeneratedRegex(@"\s*,\s*(?=[-A-Za-z][-A-Za-z0-9:]*\s*=)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
