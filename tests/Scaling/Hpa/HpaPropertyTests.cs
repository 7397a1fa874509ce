using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>What must hold for every HPA and every load.</summary>
public sealed class HpaPropertyTests
{
    [Fact]
    public void DesiredReplicas_StayWithinMinAndMax() => Properties.Hold(HpaScenario.Any, scenario =>
    {
        var bench = scenario.Bench();
        return scenario.Syncs.All(sync =>
            bench.Step(sync.Load, sync.AfterMilliseconds).DesiredReplicas is var desired && desired >= scenario.Min && desired <= scenario.Max);
    });

    [Fact]
    public void MoreLoad_FromTheSameState_NeverFewerReplicas() => Properties.Hold(HpaScenario.Any, scenario =>
    {
        var last = scenario.Syncs[^1];
        int[] desired = [.. new[] { 0, 0.4, 0.9, 1, 1.1, 1.3, 5 }.Select(factor => After(scenario, (last.Load + 1) * factor))];
        return desired.SequenceEqual(desired.Order());
    });

    [Fact]
    public void ScaleDown_NeverBelowAProposalWithinTheWindow() => Properties.Hold(HpaScenario.Any, scenario =>
    {
        var bench = scenario.Bench();
        var window = (long)(scenario.Behavior?.ScaleDown?.StabilizationWindow ?? TimeSpan.FromSeconds(300)).TotalMilliseconds;
        var proposals = new List<(long Time, int Replicas)> { (scenario.Syncs[0].AfterMilliseconds, scenario.Start) };
        foreach (var (after, load) in scenario.Syncs)
        {
            var before = bench.Replicas;
            var result = bench.Step(load, after);
            var highest = proposals.Where(p => p.Time > bench.Now - window).Select(p => p.Replicas).DefaultIfEmpty(0).Max();
            proposals.Add((bench.Now, result.Proposal));
            if (result.DesiredReplicas < before && result.DesiredReplicas < Math.Min(highest, before))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Policies_OverEveryPeriod_AreNeverExceeded() => Properties.Hold(HpaScenario.WithBehavior, scenario =>
    {
        var bench = scenario.Bench();
        var sizes = new List<(long Time, int Replicas)> { (long.MinValue, scenario.Start) };
        foreach (var (after, load) in scenario.Syncs)
        {
            var before = bench.Replicas;
            var now = bench.Step(load, after) is { } result ? bench.Now : 0;
            var allowed = Allowed(scenario.Behavior!, before, result.DesiredReplicas, period => sizes.Last(s => s.Time <= now - period).Replicas);
            if (!allowed)
            {
                return false;
            }

            sizes.Add((now, result.DesiredReplicas));
        }

        return true;
    });

    [Fact]
    public void SameSteps_GiveTheSameReplicas() => Properties.Hold(HpaScenario.Any, scenario =>
        Run(scenario.Bench(), scenario).SequenceEqual(Run(scenario.Bench(), scenario)));

    private static List<int> Run(HpaBench bench, HpaScenario scenario) =>
        scenario.Syncs.Select(sync => bench.Step(sync.Load, sync.AfterMilliseconds).DesiredReplicas).ToList();

    private static int After(HpaScenario scenario, double lastLoad)
    {
        var bench = scenario.Bench();
        foreach (var (after, load) in scenario.Syncs[..^1])
        {
            bench.Step(load, after);
        }

        return bench.Step(lastLoad, scenario.Syncs[^1].AfterMilliseconds).DesiredReplicas;
    }

    /// <summary>Whether a step stays within what the sizes a period ago allow, worked out without the events.</summary>
    private static bool Allowed(HorizontalPodAutoscalerBehavior behavior, int before, int after, Func<long, int> sizeAgo)
    {
        if (after == before)
        {
            return true;
        }

        var up = after > before;
        var rules = (up ? behavior.ScaleUp : behavior.ScaleDown)!;
        var limits = rules.Policies.Select(policy => Limit(policy, up, sizeAgo((long)policy.Period.TotalMilliseconds))).ToArray();
        return rules.SelectPolicy switch
        {
            SelectPolicy.Disabled => false,
            SelectPolicy.Min => up ? after <= limits.Min() : after >= limits.Max(),
            _ => up ? after <= limits.Max() : after >= limits.Min(),
        };
    }

    private static decimal Limit(ScalingPolicy policy, bool up, int start) => (policy.Type, up) switch
    {
        (ScalingPolicyType.Pods, true) => start + policy.Value,
        (ScalingPolicyType.Pods, false) => start - policy.Value,
        // One more or less than the exact share: doubles may round it up or down at a whole number.
        (_, true) => Math.Ceiling(start * (1 + (policy.Value / 100m))) + 1,
        _ => Math.Floor(start * (1 - (policy.Value / 100m))) - 1,
    };
}
