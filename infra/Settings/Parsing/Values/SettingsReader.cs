using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>
/// Reads values by key, noting what is wrong with them. Every method returns null when it has noted a problem, so that
/// checks between several settings are made only on values that are right by themselves.
/// </summary>
/// <param name="raw">What was given.</param>
/// <param name="problems">Gets what is wrong.</param>
/// <param name="path">Where the values are, before their keys: <c>workloads[1].</c>; empty for the settings themselves.</param>
/// <param name="defaults">What holds where nothing is given; null for the catalogue.</param>
internal sealed class SettingsReader(RawSettings raw, ProblemLog problems, string path = "", Func<string, RawValue>? defaults = null)
{
    /// <summary>Reads the fields of an object inside of these values.</summary>
    /// <param name="within">Where it is: <c>workloads[1]</c>.</param>
    /// <param name="given">Its fields.</param>
    /// <param name="otherwise">What holds for a field that is not given.</param>
    public SettingsReader Of(string within, RawSettings given, Func<string, RawValue> otherwise) =>
        new(given, problems, $"{path}{within}.", otherwise);

    /// <summary>Whether a value was given, be it right or wrong.</summary>
    public bool IsGiven(string key) => raw.Values.ContainsKey(key);

    /// <summary>A value as it was given or holds by default; the catalogue's default where it is wrong.</summary>
    public RawValue RawOrDefault(string key) => problems.Has(path + key) ? RawValue.OfText(SettingsCatalogue.Find(key)!.Default) : Value(key);

    /// <summary>Whether something is wrong with a value.</summary>
    public bool IsWrong(string key) => problems.Has(path + key);

    /// <summary>Notes a problem of a value that was read as <paramref name="text"/>.</summary>
    public void Reject(string key, string wrong, string text, string right) =>
        problems.Add(path + key, wrong, Quoted.Text(text), right);

    /// <summary>Notes a problem whose <paramref name="got"/> is already quoted.</summary>
    public void RejectQuoted(string key, string wrong, string got, string right) => problems.Add(path + key, wrong, got, right);

    /// <summary>The text of a setting, given or by default.</summary>
    public string? Text(string key)
    {
        var value = Value(key);
        if (value.Defect is not null)
        {
            problems.Add(new SettingsProblem(path + key + value.Within, value.Defect));
        }
        else if (value.Items is not null || value.Json is not null)
        {
            problems.Add(path + key, "is a list", value.Shown, "write a single value");
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
            problems.Add(new SettingsProblem(path + key + value.Within, value.Defect));
            return [];
        }

        var items = value.Items ?? (value.Text is null ? null : ListText.TryParse(value.Text));
        if (items is null)
        {
            RejectQuoted(key, "is not a list of texts", value.Shown, ListText.Expected);
        }

        return items ?? [];
    }

    /// <summary>The items of a list of objects; empty after a problem.</summary>
    public IReadOnlyList<JsonNode?> Objects(string key)
    {
        var value = Value(key);
        if (value.Defect is not null)
        {
            problems.Add(new SettingsProblem(path + key + value.Within, value.Defect));
            return [];
        }

        var items = value.Json ?? (value.Items is { Count: 0 } ? new JsonArray() : ListText.TryParseObjects(value.Text));
        if (items is null)
        {
            RejectQuoted(key, "is not a list of objects", value.Shown, "write a YAML list, or as text a JSON list of objects");
        }

        return items is null ? [] : [.. items];
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
        raw.Values.GetValueOrDefault(key) ?? (defaults is null ? RawValue.OfText(SettingsCatalogue.Find(key)!.Default) : defaults(key));
}
