using System.Collections.Immutable;
using KedaStack.Infra.Settings.Catalogue;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>The values that somebody gave, by config key; what is not given has its default. Immutable.</summary>
public sealed class RawSettings
{
    private readonly ImmutableSortedDictionary<string, RawValue> _values;

    private RawSettings(ImmutableSortedDictionary<string, RawValue> values) => _values = values;

    /// <summary>Nothing given: all defaults.</summary>
    public static RawSettings Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, RawValue>(StringComparer.Ordinal));

    /// <summary>The values by key, sorted by key; keys may be unknown.</summary>
    public IReadOnlyDictionary<string, RawValue> Values => _values;

    /// <summary>Reads the config of a running Pulumi program, into which the engine has already put the defaults of Pulumi.yaml.</summary>
    /// <param name="get">Gets the text of a key in the project's namespace, or null: <c>new Pulumi.Config().Get</c>.</param>
    /// <param name="presentKeys">The keys that are there, which may be unknown: <c>PulumiConfigVariable.Keys</c>.</param>
    public static RawSettings FromConfig(Func<string, string?> get, IEnumerable<string> presentKeys) =>
        SettingsCatalogue.All
            .Select(definition => definition.Key)
            .Union(presentKeys, StringComparer.Ordinal)
            .Select(key => (Key: key, Text: get(key)))
            .Where(entry => entry.Text is not null)
            .Aggregate(Empty, (settings, entry) => settings.With(entry.Key, entry.Text!));

    /// <summary>These values and one more, which replaces an earlier value of its key.</summary>
    public RawSettings With(string key, RawValue value) => new(_values.SetItem(key, value));

    /// <summary>These values and one more text, which replaces an earlier value of its key.</summary>
    public RawSettings With(string key, string text) => With(key, RawValue.OfText(text));

    /// <summary>These values, replaced by those of <paramref name="other"/> wherever it has one.</summary>
    public RawSettings OverlaidBy(RawSettings other) => new(_values.SetItems(other._values));
}
