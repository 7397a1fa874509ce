using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Scaling.Tuning;

/// <summary>Counts what settings are judged by, after the lead-in.</summary>
/// <param name="countedFrom">When the lead-in is over, in milliseconds.</param>
internal sealed class ObjectiveCollector(long countedFrom) : ISimulationObserver
{
    private readonly FlapCounter _flaps = new();
    private int _flapsOfLeadIn;
    private long _offered;
    private long _unmet;
    private long _podMilliseconds;
    private long _nodeMilliseconds;

    /// <summary>What was counted so far.</summary>
    public TrafficTally Tally => new(_offered, _unmet, _podMilliseconds, _nodeMilliseconds, _flaps.Flaps - _flapsOfLeadIn);

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
        var length = stretch.ToMilliseconds - Math.Max(stretch.FromMilliseconds, countedFrom);
        if (length <= 0)
        {
            return;
        }

        // Within a stretch the excess is constant, so that its part is exact.
        _offered += stretch.OfferedMilli * length;
        _unmet += stretch.UnmetMicro / stretch.Milliseconds * length;
        _podMilliseconds += length * stretch.ExistingPods;
        _nodeMilliseconds += length * stretch.Nodes;
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
        _flaps.Count(decision);
        if (decision.AtMilliseconds < countedFrom)
        {
            _flapsOfLeadIn = _flaps.Flaps;
        }
    }
}
