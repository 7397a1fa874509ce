using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Semantics;

namespace KedaStack.Scaling.Simulation.Recording.Kpis;

/// <summary>
/// Follows how many replicas are needed and how many are enough: the HPA leaves a count alone that is within its
/// tolerance. And how long they take to come and to go.
/// </summary>
internal sealed class NeedTracker(ScalingSettings settings, HpaSemantics semantics)
{
    private readonly double _tolerance = Tolerances.For(settings.Behavior, semantics).ScaleUp;
    private readonly long _thresholdMilli = Math.Max(1, (long)(settings.Threshold * 1000));
    private readonly int _least = Math.Max(1, settings.MinReplicaCount);
    private int _needed = -1;
    private int _highestEnough;
    private long _shortSince = -1;
    private long _firstScaleUp = -1;
    private long _highestSince;
    private long _highestReached = -1;
    private long _fellAt = -1;
    private long _lastScaleDown = -1;

    /// <summary>The most replicas that were needed.</summary>
    public int Highest { get; private set; }

    public TimeSpan? TimeToFirstScaleUp => Between(_shortSince, _firstScaleUp);

    public TimeSpan? TimeToTarget => Between(_highestSince, _highestReached);

    public TimeSpan? ScaleInTail => Between(_fellAt, _lastScaleDown);

    public void OnStretch(in LoadStretch stretch)
    {
        var from = stretch.FromMilliseconds;
        var needed = Replicas((double)stretch.OfferedMilli / _thresholdMilli);
        var enough = Replicas(stretch.OfferedMilli / (_thresholdMilli * (1 + _tolerance)));
        Highest = Math.Max(Highest, needed);
        if (needed < _needed)
        {
            (_fellAt, _lastScaleDown) = (from, -1);
        }

        if (enough > _highestEnough)
        {
            (_highestEnough, _highestSince, _highestReached) = (enough, from, -1);
        }

        if (_shortSince < 0 && enough > stretch.SpecReplicas)
        {
            _shortSince = from;
        }

        if (_highestReached < 0 && stretch.ReadyPods >= _highestEnough)
        {
            _highestReached = from;
        }

        _needed = needed;
    }

    public void OnDecision(in ScalingDecision decision)
    {
        if (decision.To > decision.From && _shortSince >= 0 && _firstScaleUp < 0)
        {
            _firstScaleUp = decision.AtMilliseconds;
        }

        if (decision.To < decision.From && _fellAt >= 0)
        {
            _lastScaleDown = decision.AtMilliseconds;
        }
    }

    private int Replicas(double share) =>
        share == 0 && settings.MinReplicaCount == 0 ? 0 : (int)Math.Clamp(Math.Ceiling(share), _least, settings.MaxReplicaCount);

    private static TimeSpan? Between(long from, long to) => from >= 0 && to >= from ? TimeSpan.FromMilliseconds(to - from) : null;
}
