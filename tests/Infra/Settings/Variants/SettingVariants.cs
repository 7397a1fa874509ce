using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;

using Choice = (string Key, string? Value);

namespace KedaStack.Tests.Infra.Settings.Variants;

/// <summary>
/// Stacks that differ in their settings: few, but whatever two values two settings may have together, one of the
/// stacks has them (pairwise testing). The first has all defaults.
/// </summary>
internal static class SettingVariants
{
    private static readonly List<string> _keys = [.. SettingsCatalogue.All.Select(definition => definition.Key)];

    private static readonly Dictionary<(Choice, Choice), bool> _right = [];

    private static readonly Lazy<IReadOnlyList<RawSettings>> _raw = new(() => [RawSettings.Empty, .. Cover()]);

    /// <summary>What is given in each.</summary>
    public static IReadOnlyList<RawSettings> Raw => _raw.Value;

    /// <summary>The settings of each.</summary>
    public static IEnumerable<StackSettings> All => Raw.Select(raw => SettingsParser.Parse(raw).Settings
        ?? throw new InvalidOperationException(string.Join('\n', SettingsParser.Parse(raw).Problems)));

    /// <summary>The values of a setting: null stands for its default.</summary>
    public static IReadOnlyList<string?> ValuesOf(string key) => [null, .. AlternativeValues.All.GetValueOrDefault(key, [])];

    // Greedy: each stack begins with a pair that none before has, and takes of every other setting the value that brings
    // the most of such pairs.
    private static IEnumerable<RawSettings> Cover()
    {
        var pairs = Pairs().ToList();
        var open = pairs.ToHashSet();
        foreach (var (one, other) in pairs)
        {
            if (!open.Contains((one, other)))
            {
                continue;
            }

            List<Choice> row = [one, other];
            foreach (var key in _keys.Where(key => key != one.Key && key != other.Key))
            {
                row.Add(ValuesOf(key)
                    .Select(value => (Choice)(key, value))
                    .Where(choice => row.TrueForAll(there => AreRight(choice, there)))
                    .MaxBy(choice => row.Count(there => open.Contains(Ordered(choice, there)))));
            }

            open.ExceptWith(row.SelectMany(choice => row.Where(there => there != choice).Select(there => Ordered(choice, there))));
            yield return row.Where(choice => choice.Value is not null).Aggregate(RawSettings.Empty, (raw, choice) => raw.With(choice.Key, choice.Value!));
        }
    }

    private static IEnumerable<(Choice, Choice)> Pairs() =>
        from first in _keys.Index()
        from second in _keys.Skip(first.Index + 1)
        from one in ValuesOf(first.Item)
        from other in ValuesOf(second)
        where AreRight((first.Item, one), (second, other))
        select ((Choice)(first.Item, one), (Choice)(second, other));

    private static (Choice, Choice) Ordered(Choice one, Choice other) =>
        SettingsCatalogue.Position(one.Key) < SettingsCatalogue.Position(other.Key) ? (one, other) : (other, one);

    // Some settings contradict each other, such as addresses for alerts and no alerts.
    private static bool AreRight(Choice one, Choice other)
    {
        if (one.Value is null || other.Value is null)
        {
            return true;
        }

        var pair = Ordered(one, other);
        if (!_right.TryGetValue(pair, out var areRight))
        {
            areRight = SettingsParser.Parse(RawSettings.Empty.With(one.Key, one.Value).With(other.Key, other.Value)).IsValid;
            _right.Add(pair, areRight);
        }

        return areRight;
    }
}
