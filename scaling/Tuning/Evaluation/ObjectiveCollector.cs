using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;

namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>Counts what settings are judged by.</summary>
internal sealed class ObjectiveCollector : ISimulationObserver
{
    private readonly FlapCounter _flaps = new();
    private long _offered;
    private long _unmet;
    private long _podMilliseconds;
    private long _nodeMilliseconds;

    /// <summary>What was counted so far.</summary>
    public TrafficTally Tally => new(_offered, _unmet, _podMilliseconds, _nodeMilliseconds, _flaps.Flaps);

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
        var length = stretch.Milliseconds;
        _offered += stretch.OfferedMicro;
        _unmet += stretch.UnmetMicro;
        _podMilliseconds += length * stretch.ExistingPods;
        _nodeMilliseconds += length * stretch.Nodes;
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision) => _flaps.Count(decision);
}
