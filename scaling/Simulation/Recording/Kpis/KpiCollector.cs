using KedaStack.Scaling.Hpa.Semantics;

namespace KedaStack.Scaling.Simulation.Recording.Kpis;

/// <summary>Adds the figures of a run up as it goes. Allocates nothing per event.</summary>
/// <param name="settings">The settings of the run, which say how many replicas a load needs.</param>
/// <param name="prices">The prices; null for none.</param>
/// <param name="semantics">The controller, whose tolerance counts; null for <see cref="HpaSemantics.Default"/>.</param>
public sealed class KpiCollector(ScalingSettings settings, SimulationPrices? prices = null, HpaSemantics? semantics = null)
    : ISimulationObserver
{
    private const decimal Million = 1_000_000;
    private const decimal MillisecondsPerHour = 3_600_000;
    private const decimal MillisecondsPerMinute = 60_000;

    private readonly NeedTracker _need = new(settings, semantics ?? HpaSemantics.Default);
    private readonly FlapCounter _flaps = new();
    private long _offered;
    private long _served;
    private long _lost;
    private long _queued;
    private long _unmet;
    private long _unmetMilliseconds;
    private long _podMilliseconds;
    private long _nodeMilliseconds;
    private long _maxMilliseconds;
    private int _peak;
    private int _withoutRoom;
    private int _decisions;

    /// <summary>The figures so far.</summary>
    public SimulationKpis Kpis
    {
        get
        {
            var (pods, nodes) = (_podMilliseconds / MillisecondsPerHour, _nodeMilliseconds / MillisecondsPerHour);
            return new SimulationKpis
            {
                TimeToFirstScaleUp = _need.TimeToFirstScaleUp,
                TimeToTarget = _need.TimeToTarget,
                ScaleInTail = _need.ScaleInTail,
                ReplicaHours = pods,
                NodeHours = nodes,
                OfferedRequests = _offered / Million,
                ServedRequests = _served / Million,
                LostRequests = _lost / Million,
                QueuedRequests = _queued / Million,
                UnmetRequests = _unmet / Million,
                UnmetSeconds = _unmetMilliseconds / 1000m,
                Overshoot = Math.Max(0, _peak - _need.Highest),
                Flaps = _flaps.Flaps,
                MaxReplicaMinutes = _maxMilliseconds / MillisecondsPerMinute,
                PeakReplicas = _peak,
                MostPodsWithoutRoom = _withoutRoom,
                Decisions = _decisions,
                Cost = prices?.Cost(pods, nodes),
            };
        }
    }

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
        var length = stretch.Milliseconds;
        _offered += stretch.OfferedMicro;
        _served += stretch.ServedMicro;
        _lost += stretch.LostMicro;
        _queued = stretch.QueuedMicro;
        _unmet += stretch.UnmetMicro;
        _unmetMilliseconds += stretch.UnmetMicro > 0 ? length : 0;
        _podMilliseconds += length * stretch.ExistingPods;
        _nodeMilliseconds += length * stretch.Nodes;
        _maxMilliseconds += stretch.SpecReplicas >= settings.MaxReplicaCount ? length : 0;
        _peak = Math.Max(_peak, stretch.SpecReplicas);
        _withoutRoom = Math.Max(_withoutRoom, stretch.PodsWithoutRoom);
        _need.OnStretch(stretch);
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
        _flaps.Count(decision);
        _decisions++;
        _need.OnDecision(decision);
    }
}
