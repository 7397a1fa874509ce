using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Files;

/// <summary>The fields of a mapping in a Kubernetes object. What is wrong is collected, so that all of it is shown at once.</summary>
/// <param name="file">The file.</param>
/// <param name="path">Where the mapping stands in the object, such as <c>spec.behavior</c>; empty for the object.</param>
/// <param name="node">The mapping; null for one that is not there.</param>
/// <param name="problems">Gets what is wrong.</param>
/// <param name="unknown">Gets the fields that are no fields; null for an object of its own.</param>
internal sealed class ObjectFields(
    string file, string path, JsonObject? node, ICollection<SettingsProblem> problems, List<UnknownObjectField>? unknown = null)
{
    private readonly List<UnknownObjectField> _unknown = unknown ?? [];

    /// <summary>The fields of the object, as far as it was read, that are no fields.</summary>
    public IReadOnlyList<UnknownObjectField> Unknown => _unknown;

    /// <summary>Whether the mapping is there.</summary>
    public bool Exists => node is not null;

    /// <summary>The same mapping, changed; one that is not there stays as it is.</summary>
    public ObjectFields Changed(Func<JsonObject, JsonObject> change) => node is null ? this : new ObjectFields(file, path, change(node), problems, _unknown);

    /// <summary>The names of the fields.</summary>
    public IEnumerable<string> Names => node?.Select(entry => entry.Key) ?? [];

    /// <summary>A mapping; one without fields when it is not there.</summary>
    public ObjectFields Map(string name)
    {
        var found = Find(name);
        if (found is not null and not JsonObject)
        {
            Refuse(name, "is not a mapping", Shown(found), "write fields under it");
        }

        return new ObjectFields(file, Join(name), found as JsonObject, problems, _unknown);
    }

    /// <summary>A list of mappings; null when it is not there.</summary>
    public IReadOnlyList<ObjectFields>? List(string name)
    {
        var found = Find(name);
        if (found is not null and not JsonArray)
        {
            Refuse(name, "is not a list", Shown(found), "write a list");
        }

        if (found is not JsonArray list)
        {
            return null;
        }

        var items = new List<ObjectFields>();
        foreach (var item in list)
        {
            var place = FormattableString.Invariant($"{name}[{items.Count}]");
            if (item is not JsonObject)
            {
                Refuse(place, "is not a mapping", Shown(item), "write fields");
            }

            items.Add(new ObjectFields(file, Join(place), item as JsonObject, problems, _unknown));
        }

        return items;
    }

    /// <summary>A text; null when it is not there.</summary>
    public string? Text(string name)
    {
        var found = Find(name);
        if (found is not null and not JsonValue)
        {
            Refuse(name, "is not a single value", Shown(found), "write one value");
        }

        return Inputs.Scalar(found);
    }

    /// <summary>A whole number; null when it is not there, or after a problem.</summary>
    public int? Integer(string name, int minimum = int.MinValue)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum)
        {
            if (Find(name)!.GetValueKind() == JsonValueKind.String)
            {
                Refuse(name, "is a text, and the API server takes a number only", Quoted.Text(text), $"write it without quotes: {text}");
            }

            return number;
        }

        var range = minimum == int.MinValue ? "" : FormattableString.Invariant($" from {minimum}");
        Refuse(name, $"is not a whole number{range}", Quoted.Text(text), $"write a whole number{range}");
        return null;
    }

    /// <summary>A quantity; null when it is not there, or after a problem.</summary>
    public MilliQuantity? Quantity(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (MilliQuantity.TryParse(text) is not { } quantity)
        {
            Refuse(name, "is not a quantity", Quoted.Text(text), "write one such as 10 or 500m");
            return null;
        }

        return quantity;
    }

    /// <summary>One of some words; null when it is not there, or after a problem.</summary>
    public T? Word<T>(string name, string expected)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Enum.TryParse<T>(text, out var value) && value.ToString() == text)
        {
            return value;
        }

        Refuse(name, "is unknown", Quoted.Text(text), $"write {expected}");
        return null;
    }

    /// <summary>A mapping of texts to texts. A number or a boolean without quotes is none, and the API server refuses it.</summary>
    public IReadOnlyDictionary<string, string> Texts(string name)
    {
        var map = Map(name);
        foreach (var key in map.Names.Distinct())
        {
            map.RefuseNoText(key);
        }

        return map.Names.Distinct().ToDictionary(key => key, key => map.Text(key) ?? "", StringComparer.Ordinal);
    }

    /// <summary>Leaves out all fields but these.</summary>
    /// <returns>The same mapping.</returns>
    public ObjectFields WithOnly(params string[] names)
    {
        foreach (var name in Names.Except(names))
        {
            var right = EditDistance.Nearest(name, names) is { } nearest ? $"did you mean {nearest}?" : $"leave it out; there are {string.Join(", ", names)}";
            _unknown.Add(new UnknownObjectField(file, Join(name), Find(name) is { } value ? Shown(value) : "nothing", right));
        }

        return this;
    }

    /// <summary>Says what is no field, where something else is wrong, too, that it may explain.</summary>
    public void RefuseUnknown()
    {
        foreach (var field in _unknown)
        {
            problems.Add(SettingsProblem.Create($"{field.File}: {field.Path}", "is no field here", field.Shown, field.Advice));
        }
    }

    /// <summary>Says that a field is missing, unless there is a value.</summary>
    public T? Required<T>(string name, T? value, string right)
    {
        if (value is null && Find(name) is null)
        {
            Refuse(name, "is missing", "nothing", right);
        }

        return value;
    }

    /// <summary>Says what is wrong with a field.</summary>
    public void Refuse(string name, string wrong, string got, string right) =>
        problems.Add(SettingsProblem.Create($"{file}: {Join(name)}", wrong, got, right));

    private JsonNode? Find(string name) => node is not null && node.TryGetPropertyValue(name, out var found) ? found : null;

    private void RefuseNoText(string name)
    {
        var type = Find(name)?.GetValueKind() switch
        {
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            _ => null,
        };
        if (type is not null)
        {
            var text = Text(name)!;
            Refuse(name, $"is {type}, and the API server takes texts only", text, $"write it in quotes: \"{text}\"");
        }
    }

    private string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Shown(JsonNode? node) => node switch
    {
        JsonObject => "a mapping",
        JsonArray => "a list",
        null => "nothing",
        _ => Quoted.Text(Inputs.Scalar(node)!),
    };
}
