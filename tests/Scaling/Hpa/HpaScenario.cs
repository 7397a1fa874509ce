using FsCheck;
using FsCheck.Fluent;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>An HPA and the loads that it sees, one a sync, for properties.</summary>
internal sealed record HpaScenario(int Min, int Max, int Start, HorizontalPodAutoscalerBehavior? Behavior, (int AfterMilliseconds, double Load)[] Syncs)
{
    // The same periods in both directions: with others upstream itself forgets events (ScaleEventLog).
    private static readonly int[] _periodsSeconds = [15, 60, 300];

    public static Gen<HpaScenario> Any { get; } =
        from min in Gen.Choose(1, 5)
        from above in Gen.Choose(0, 60)
        from start in Gen.Choose(0, above)
        from rules in AnyBehavior()
        from without in Gen.Elements(true, false)
        from count in Gen.Choose(1, 60)
        from syncs in AnySync().ArrayOf(count)
        select new HpaScenario(min, min + above, min + start, without ? null : rules, syncs);

    public static Gen<HpaScenario> WithBehavior { get; } =
        from scenario in Any
        from behavior in AnyBehavior()
        select scenario with { Behavior = behavior };

    public HpaBench Bench() => new(Min, Max, Behavior) { Replicas = Start };

    public override string ToString() => $"{Min}..{Max} from {Start}, up {Rules(Behavior?.ScaleUp)}, down {Rules(Behavior?.ScaleDown)}, "
        + string.Join(' ', Syncs.Select(sync => $"+{sync.AfterMilliseconds}ms:{sync.Load}"));

    private static string Rules(ScalingRules? rules) => rules is null ? "-"
        : $"{rules.StabilizationWindow} {rules.SelectPolicy} {string.Join(',', rules.Policies)}";

    private static Gen<(int AfterMilliseconds, double Load)> AnySync() =>
        from after in Gen.Elements(15_000, 15_000, 15_000, 15_137, 20_000, 1_000, 60_000)
        from load in Gen.OneOf(Gen.Constant(0.0), Gen.Choose(0, 700).Select(tenths => tenths / 10.0 * 2))
        select (after, load);

    private static Gen<HorizontalPodAutoscalerBehavior> AnyBehavior() =>
        from periods in Gen.Elements(_periodsSeconds).ArrayOf(2)
        from up in AnyRules(periods)
        from down in AnyRules(periods)
        select new HorizontalPodAutoscalerBehavior(up, down);

    private static Gen<ScalingRules> AnyRules(int[] periodsSeconds) =>
        from window in Gen.Elements<int?>(null, 0, 30, 120, 300)
        from selection in Gen.Elements<SelectPolicy?>(null, SelectPolicy.Max, SelectPolicy.Min, SelectPolicy.Disabled)
        from pods in Gen.Choose(1, 6)
        from percent in Gen.Choose(1, 150)
        select new ScalingRules
        {
            StabilizationWindow = window is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            SelectPolicy = selection,
            Policies =
            [
                new(ScalingPolicyType.Pods, pods, TimeSpan.FromSeconds(periodsSeconds[0])),
                new(ScalingPolicyType.Percent, percent, TimeSpan.FromSeconds(periodsSeconds[1])),
            ],
        };
}
