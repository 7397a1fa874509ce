using System.Globalization;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Workloads;

/// <summary>A stack, or one with a few other settings.</summary>
/// <param name="Name">What tells it from the others: the stack, or the changed settings.</param>
/// <param name="Label">The name where there is little room.</param>
/// <param name="Settings">The settings.</param>
internal sealed record StackVariant(string Name, string Label, StackSettings Settings)
{
    private const int LongestLabel = 20;

    /// <summary>The stack itself, and behind it the variants to compare it with.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="texts">The variants: <c>threshold=20,window=1m</c>.</param>
    /// <param name="load">Reads the stack with more assignments.</param>
    /// <param name="options">The options of the command, which are no settings.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static IReadOnlyList<StackVariant> Read(
        string stack,
        StackSettings settings,
        IEnumerable<string> texts,
        Func<IReadOnlyList<string>, SettingsResult> load,
        IReadOnlyCollection<string> options,
        List<SettingsProblem> problems)
    {
        var variants = new List<StackVariant> { new(stack, stack, settings) };
        var earlier = new HashSet<string>();
        foreach (var text in texts.Select(text => text.Trim()))
        {
            if (CompareText.Read(text, options, problems) is not { } assignments)
            {
                continue;
            }

            if (!earlier.Add(string.Join(',', assignments.Order(StringComparer.Ordinal))))
            {
                problems.Add(SettingsProblem.Create(CompareText.Option, "gives the same variant twice", Quoted.Text(text), "leave one of them out"));
                continue;
            }

            var result = load(assignments);
            problems.AddRange(result.Problems.Select(problem => CompareText.Of(text, problem)));
            if (result.IsValid)
            {
                variants.Add(new(text, text.Length <= LongestLabel ? text : string.Create(CultureInfo.InvariantCulture, $"variant {variants.Count}"), result.Settings));
            }
        }

        return variants;
    }
}
