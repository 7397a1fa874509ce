using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Scaling.Simulation.Reference;

/// <summary>The HPA as the specification's section (d) words it, with all of its history; AverageValue only.</summary>
internal sealed class ReferenceHpa(int min, int max, long targetMilli, HorizontalPodAutoscalerBehavior? behavior)
{
    private readonly List<(long Time, int Replicas)> _proposals = [];
    private readonly List<(long Time, int Change)> _events = [];

    /// <summary>The replicas after a sync; the usage is null for a metric in error.</summary>
    public int Sync(long now, int current, int created, Func<long?> usage)
    {
        if (_proposals.Count == 0)
        {
            _proposals.Add((now, current));
        }

        var desired = current == 0 && min != 0 ? current
            : current > max ? max
            : current < min ? min
            : usage() is { } milli ? Evaluate(now, current, created, milli)
            : current;
        if (desired != current)
        {
            _events.Add((now, desired - current));
        }

        return desired;
    }

    private int Evaluate(long now, int current, int created, long usage)
    {
        var ratio = (double)usage / ((double)targetMilli * created);
        var proposal = ratio is >= 0.9 and <= 1.1 ? created : (int)Math.Ceiling((double)usage / targetMilli);
        var desired = behavior is null ? Legacy(now, current, proposal) : WithBehavior(now, current, proposal);
        _proposals.Add((now, proposal));
        return desired;
    }

    private int Legacy(long now, int current, int proposal)
    {
        var stable = _proposals.Where(entry => now - entry.Time <= 300_000).Select(entry => entry.Replicas).Append(proposal).Max();
        return Math.Max(min, Math.Min(stable, Math.Min(max, Math.Max(2 * current, 4))));
    }

    private int WithBehavior(long now, int current, int proposal)
    {
        var (up, down) = (behavior!.ScaleUp ?? new ScalingRules(), behavior.ScaleDown ?? new ScalingRules());
        var lowUp = Within(now, up.StabilizationWindow ?? TimeSpan.Zero).Append(proposal).Min();
        var highDown = Within(now, down.StabilizationWindow ?? TimeSpan.FromMinutes(5)).Append(proposal).Max();
        var stable = current < lowUp ? lowUp : current > highDown ? highDown : current;
        if (stable > current)
        {
            var policies = up.Policies.Count > 0 ? up.Policies :
                [new(ScalingPolicyType.Pods, 4, _quarter), new(ScalingPolicyType.Percent, 100, _quarter)];
            var reach = policies.Select(policy => policy.Type == ScalingPolicyType.Pods
                ? Before(now, current, policy) + policy.Value
                : (int)Math.Ceiling(Before(now, current, policy) * (1 + (policy.Value / 100.0))));
            return Math.Min(stable, Math.Min(max, Math.Max(current, Select(up, reach, current, largest: true))));
        }

        if (stable < current)
        {
            var policies = down.Policies.Count > 0 ? down.Policies : [new(ScalingPolicyType.Percent, 100, _quarter)];
            var reach = policies.Select(policy => policy.Type == ScalingPolicyType.Pods
                ? Before(now, current, policy) - policy.Value
                : (int)(Before(now, current, policy) * (1 - (policy.Value / 100.0))));
            return Math.Max(stable, Math.Max(min, Math.Min(current, Select(down, reach, current, largest: false))));
        }

        return stable;
    }

    private static readonly TimeSpan _quarter = TimeSpan.FromSeconds(15);

    private static int Select(ScalingRules rules, IEnumerable<int> reach, int current, bool largest) => rules.SelectPolicy switch
    {
        SelectPolicy.Disabled => current,
        SelectPolicy.Min => largest ? reach.Min() : reach.Max(),
        _ => largest ? reach.Max() : reach.Min(),
    };

    private int Before(long now, int current, ScalingPolicy policy) =>
        current - _events.Where(change => now - change.Time < policy.Period.TotalMilliseconds).Sum(change => change.Change);

    private IEnumerable<int> Within(long now, TimeSpan window) =>
        _proposals.Where(entry => now - entry.Time < window.TotalMilliseconds).Select(entry => entry.Replicas);
}
