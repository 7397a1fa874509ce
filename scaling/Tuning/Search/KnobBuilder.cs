using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>Makes the knob of each setting: which values are tried, from the load, today's value and the user's range.</summary>
internal sealed class KnobBuilder(TuningProblem problem, TrafficFacts facts)
{
    // What Kubernetes takes where a behavior does not say: podautoscaler's defaults, see ResolvedRules.
    private const decimal DownWindowWhenUnset = 300;

    private readonly ScalingSettings _today = problem.Today;

    /// <summary>The knob of a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="isAllowed">Whether settings with a value of it can be deployed.</param>
    /// <returns>Null when no value is allowed.</returns>
    public Knob? Build(TunableSetting setting, Predicate<ScalingSettings> isAllowed) => setting.Name switch
    {
        TunableSetting.Threshold => Numbers(
            setting, isAllowed, _today.Threshold, Thresholds(), (settings, value) => settings with { Threshold = value!.Value }),
        TunableSetting.Window => Numbers(
            setting, isAllowed, Seconds(_today.Window), KnobLadders.Windows, (settings, value) => settings with { Window = Knob.Seconds(value!.Value) }),
        TunableSetting.ScrapeInterval => Numbers(
            setting, isAllowed, Seconds(_today.ScrapeInterval), KnobLadders.ScrapeIntervals, (settings, value) => settings with { ScrapeInterval = Knob.Seconds(value!.Value) }),
        TunableSetting.PollingInterval => Numbers(
            setting, isAllowed, Seconds(_today.PollingInterval), KnobLadders.PollingIntervals, (settings, value) => settings with { PollingInterval = Knob.Seconds(value!.Value) }),
        TunableSetting.CooldownPeriod => Numbers(
            setting, isAllowed, Seconds(_today.CooldownPeriod), KnobLadders.CooldownPeriods, (settings, value) => settings with { CooldownPeriod = Knob.Seconds(value!.Value) }),
        TunableSetting.MinReplicaCount => Numbers(
            setting, isAllowed, _today.MinReplicaCount, KnobLadders.Minima(facts), (settings, value) => settings with { MinReplicaCount = (int)value!.Value }),
        TunableSetting.MaxReplicaCount => Numbers(
            setting, isAllowed, _today.MaxReplicaCount, KnobLadders.Maxima(facts, _today.MaxReplicaCount), (settings, value) => settings with { MaxReplicaCount = (int)value!.Value }),
        TunableSetting.ScaleUpWindow => Numbers(
            setting, isAllowed, Seconds(_today.Behavior?.ScaleUp?.StabilizationWindow), KnobLadders.UpWindows, (settings, value) => BehaviorChange.Up(settings, rules => rules with { StabilizationWindow = Window(value) })),
        TunableSetting.ScaleDownWindow => Numbers(
            setting, isAllowed, Seconds(_today.Behavior?.ScaleDown?.StabilizationWindow), KnobLadders.DownWindows, (settings, value) => BehaviorChange.Down(settings, rules => rules with { StabilizationWindow = Window(value) }), DownWindowWhenUnset),
        TunableSetting.ScaleUpPolicies => Policies(
            setting, _today.Behavior?.ScaleUp, ResolvedRules.Up(_today.Behavior?.ScaleUp), KnobLadders.UpPolicies, (settings, value) => BehaviorChange.Up(settings, rules => rules with { Policies = value })),
        TunableSetting.ScaleDownPolicies => Policies(
            setting, _today.Behavior?.ScaleDown, ResolvedRules.Down(_today.Behavior?.ScaleDown, HpaSemantics.Default), KnobLadders.DownPolicies, (settings, value) => BehaviorChange.Down(settings, rules => rules with { Policies = value })),
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting.Name, "This setting has no values to try."),
    };

    private IEnumerable<decimal> Thresholds() => KnobLadders.Thresholds(facts).Where(threshold =>
        problem.IsCapacityKnown || threshold <= _today.Threshold || problem.Ranges.Any(range => range.Name == TunableSetting.Threshold));

    private Knob? Numbers(
        TunableSetting setting,
        Predicate<ScalingSettings> isAllowed,
        decimal? now,
        IEnumerable<decimal> ladder,
        Func<ScalingSettings, decimal?, ScalingSettings> set,
        decimal whenUnset = 0)
    {
        var range = problem.Ranges.FirstOrDefault(range => range.Name == setting.Name);
        decimal?[] ends = range is null ? [] : [range.Least, range.Most];
        var values = ladder.Select(value => (decimal?)value).Concat(ends).Append(now)
            .Where(value => range is null || ((value ?? whenUnset) >= range.Least && (value ?? whenUnset) <= range.Most))
            .Where(value => value is null || value >= setting.Least)
            .Where(value => isAllowed(set(_today, value)))
            .ToList();
        return values.Count == 0 ? null : Knob.OfNumbers(setting, values, now, whenUnset, set);
    }

    private Knob Policies(
        TunableSetting setting,
        ScalingRules? rules,
        ResolvedRules resolved,
        IReadOnlyList<IReadOnlyList<ScalingPolicy>> ladder,
        Func<ScalingSettings, IReadOnlyList<ScalingPolicy>, ScalingSettings> set)
    {
        var now = rules?.Policies ?? [];
        var speed = KnobLadders.PerMinute(resolved.Policies, facts);
        var others = ladder.Where(list => Knob.Text(list) != Knob.Text(now)).OrderBy(list => KnobLadders.PerMinute(list, facts)).ToList();
        others.Insert(others.Count(list => KnobLadders.PerMinute(list, facts) < speed), now);
        return Knob.OfPolicies(setting, others, now, set);
    }

    private static TimeSpan? Window(decimal? seconds) => seconds is { } known ? Knob.Seconds(known) : null;

    private static decimal Seconds(TimeSpan duration) => duration.Ticks / (decimal)TimeSpan.TicksPerSecond;

    private static decimal? Seconds(TimeSpan? duration) => duration is { } known ? Seconds(known) : null;
}
