using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>
/// Reads values by key, noting what is wrong with them. Every method returns null when it has noted a problem, so that
/// checks between several settings are made only on values that are right by themselves.
/// </summary>
internal sealed class SettingsReader(RawSettings raw, ProblemLog problems)
{
    /// <summary>Notes a problem of a value that was read as <paramref name="text"/>.</summary>
    public void Reject(string key, string wrong, string text, string right) =>
        problems.Add(key, wrong, Quoted.Text(text), right);

    /// <summary>Notes a problem whose <paramref name="got"/> is already quoted.</summary>
    public void RejectQuoted(string key, string wrong, string got, string right) => problems.Add(key, wrong, got, right);

    /// <summary>The text of a setting, given or by default.</summary>
    public string? Text(string key)
    {
        var value = Value(key);
        if (value.Defect is not null)
        {
            problems.Add(new SettingsProblem(key, value.Defect));
        }
        else if (value.Items is not null)
        {
            problems.Add(key, "is a list", value.Shown, "write a single value");
        }

        return value.Text;
    }

    /// <summary>The text of a setting that may be empty for "not said"; null then, too.</summary>
    public string? OptionalText(string key) => Text(key) is { Length: > 0 } text ? text : null;

    /// <summary>The items of a list; empty after a problem.</summary>
    public IReadOnlyList<string> Items(string key)
    {
        var value = Value(key);
        if (value.Defect is not null)
        {
            problems.Add(new SettingsProblem(key, value.Defect));
            return [];
        }

        var items = value.Items ?? ListText.TryParse(value.Text!);
        if (items is null)
        {
            Reject(key, "is not a list of texts", value.Text!, ListText.Expected);
        }

        return items ?? [];
    }

    /// <summary>A yes or no. Only these two words, since Pulumi accepts no others.</summary>
    public bool? Boolean(string key)
    {
        switch (Text(key))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            case { } text:
                Reject(key, "is not a boolean", text, "write true or false");
                return null;
        }
    }

    private RawValue Value(string key) =>
        raw.Values.GetValueOrDefault(key) ?? RawValue.OfText(SettingsCatalogue.Find(key)!.Default);
}
