using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Workloads.Triggers;

/// <summary>A text that is given for a trigger: <c>NAME=VALUE</c>, or a value alone.</summary>
/// <param name="Name">The trigger; null for a value alone.</param>
/// <param name="Value">The value.</param>
internal readonly record struct GivenPair(string? Name, string Value)
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    public static GivenPair Parse(string text) => text.IndexOf('=', StringComparison.Ordinal) is var place and >= 0
        ? new GivenPair(text[..place].Trim(), text[(place + 1)..].Trim())
        : new GivenPair(null, text.Trim());

    /// <summary>Reads the texts of an option, each for one trigger.</summary>
    /// <param name="option">The option.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="triggers">The triggers, of which those with the same name or place are meant.</param>
    /// <param name="alone">The trigger that a value alone is for; null for none.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>The values by the triggers' places.</returns>
    public static IReadOnlyDictionary<int, string> ReadAll(
        string option, IReadOnlyList<string> texts, IReadOnlyList<(string Name, int Place)> triggers, int? alone, ICollection<SettingsProblem> problems)
    {
        var values = new Dictionary<int, string>();
        var names = string.Join(", ", triggers.Select(trigger => trigger.Name));
        foreach (var text in texts)
        {
            var (name, value) = Parse(text);
            var found = name is null ? alone : triggers.Where(trigger => Means(trigger, name)).Select(trigger => (int?)trigger.Place).FirstOrDefault();
            if (found is not { } place)
            {
                problems.Add(name is null
                    ? SettingsProblem.Create(option, "does not say which trigger it is for", Quoted.Text(text), $"write NAME=VALUE; the triggers are {names}")
                    : SettingsProblem.Create(option, "names no trigger", Quoted.Text(text), $"the triggers are {names}"));
            }
            else if (!values.TryAdd(place, value))
            {
                problems.Add(SettingsProblem.Create(option, "is given twice for one trigger", Quoted.Text(text), "leave out one of them"));
            }
        }

        return values;
    }

    private static bool Means((string Name, int Place) trigger, string name) =>
        new NamedTrigger(trigger.Name, trigger.Place, "", null).IsCalled(name);
}
