using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>A setting that is searched: the values that are tried for it, in an order in which neighbours do much the same.</summary>
public sealed class Knob
{
    private readonly Func<ScalingSettings, int, ScalingSettings> _set;

    private Knob(string name, IReadOnlyList<string> values, int today, string todayValue, Func<ScalingSettings, int, ScalingSettings> set) =>
        (Name, Values, Today, TodayValue, _set) = (name, values, today, todayValue, set);

    /// <summary>The setting: one of <see cref="TunableSetting.All"/>.</summary>
    public string Name { get; }

    /// <summary>The values as people read them; <c>default</c> for one that is not set.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The position of today's value; of the nearest one where today's is not tried.</summary>
    public int Today { get; }

    /// <summary>Today's value as people read it.</summary>
    public string TodayValue { get; }

    /// <summary>Whether today's value is among those that are tried.</summary>
    public bool HoldsToday => Values[Today] == TodayValue;

    /// <summary>Sets the value of a position.</summary>
    public ScalingSettings Set(ScalingSettings settings, int position) => _set(settings, position);

    /// <summary>A setting that is a number; null where it is not set.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="values">The values in any order.</param>
    /// <param name="today">Today's value.</param>
    /// <param name="whenUnset">What holds where it is not set.</param>
    /// <param name="set">Sets it.</param>
    internal static Knob OfNumbers(
        TunableSetting setting,
        IEnumerable<decimal?> values,
        decimal? today,
        decimal whenUnset,
        Func<ScalingSettings, decimal?, ScalingSettings> set)
    {
        var sorted = values.Distinct().OrderBy(value => value ?? whenUnset).ThenBy(value => value is not null).ToArray();
        var position = Array.IndexOf(sorted, today);
        var nearest = sorted.Index().MinBy(item => Math.Abs((item.Item ?? whenUnset) - (today ?? whenUnset))).Index;
        return new Knob(
            setting.Name,
            [.. sorted.Select(value => Text(setting.Kind, value))],
            position < 0 ? nearest : position,
            Text(setting.Kind, today),
            (settings, at) => set(settings, sorted[at]));
    }

    /// <summary>A setting that is a list of policies.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="values">The lists, from slow to fast.</param>
    /// <param name="today">Today's list, which is among them.</param>
    /// <param name="set">Sets it.</param>
    internal static Knob OfPolicies(
        TunableSetting setting,
        IReadOnlyList<IReadOnlyList<ScalingPolicy>> values,
        IReadOnlyList<ScalingPolicy> today,
        Func<ScalingSettings, IReadOnlyList<ScalingPolicy>, ScalingSettings> set)
    {
        var texts = values.Select(Text).ToArray();
        return new Knob(setting.Name, texts, Array.IndexOf(texts, Text(today)), Text(today), (settings, at) => set(settings, values[at]));
    }

    /// <summary>A value as people read it.</summary>
    internal static string Text(TunableKind kind, decimal? value) => value switch
    {
        null => "default",
        { } seconds when kind == TunableKind.Duration => PrometheusDuration.Format(Seconds(seconds)),
        { } number => number.ToString("0.############################", CultureInfo.InvariantCulture),
    };

    /// <summary>A list as people read it.</summary>
    internal static string Text(IReadOnlyList<ScalingPolicy> policies) =>
        policies.Count == 0 ? "default" : string.Join(", ", policies);

    /// <summary>A duration.</summary>
    internal static TimeSpan Seconds(decimal seconds) => TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
}
