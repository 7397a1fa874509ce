using System.Runtime.CompilerServices;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>
/// The queue of the HPA controller, as one HPA meets it: it is put back when its sync has ended, and comes out a sync period later,
/// or when the HPAs before it are done. The informer's resync, which comes once a sync period for all HPAs, puts it back, too; that counts
/// where it falls into a sync, since the sooner of two times holds (client-go, delaying_queue.go, insert). From then on each sync
/// begins with the resync, and the next one a sync period later, however long it takes (recorded: outage-slow, whose syncs of 6 s are
/// 15.0 s apart from 375 s on; behavior-15 of 1.35 from 1419 to 1794 s).
/// </summary>
internal sealed class SyncQueue
{
    // What is shorter is met by the resync for a fraction of the time only, and moved by less than itself.
    private const long ShortestMet = 1000;

    // A resync is later than the one before by a sync period and this (recorded in all loops: 0.8 ms with over 90 HPAs).
    private const long ResyncDelay = 1;

    // Of 40 syncs of outage-slow that began with a resync two were overtaken by it: it came while the HPA still waited, and had no effect.
    private const long MeetingsPerMiss = 20;

    private readonly SimulationScenario _scenario;
    private readonly SimulationDraws _draws;
    private readonly long _period;
    private readonly long _latency;
    private readonly long _between;
    private long _resync;
    private long _meetings;

    /// <summary>Creates the queue of a run.</summary>
    public SyncQueue(SimulationScenario scenario, SimulationDraws draws)
    {
        (_scenario, _draws) = (scenario, draws);
        _period = scenario.Semantics.Hpa.SyncPeriod.WholeMilliseconds();
        _latency = scenario.MetricLatency.WholeMilliseconds();
        _between = scenario.TimeBetweenSyncs.WholeMilliseconds();
        _resync = draws.Below(DrawPurpose.ResyncPhase, 0, _period);
    }

    /// <summary>When the next sync begins.</summary>
    /// <param name="began">When this one began.</param>
    /// <param name="extraMilliseconds">How much longer than usual it takes, as those of all HPAs.</param>
    public long After(long began, long extraMilliseconds) =>
        extraMilliseconds == 0 && _latency <= ShortestMet ? began + _between : AfterLong(began, _latency + extraMilliseconds);

    // What few runs need is apart, so that the rest is done in place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long AfterLong(long began, long length)
    {
        var ready = Meets(began, began + length) ? _resync : began + length;
        return Math.Max(ready + _period, began + _scenario.SyncsOfAll(TimeSpan.FromMilliseconds(length)).WholeMilliseconds());
    }

    private bool Meets(long began, long ended)
    {
        if (_resync < began)
        {
            var cycle = _period + ResyncDelay;
            _resync += (began - _resync + cycle - 1) / cycle * cycle;
        }

        return ended - began > ShortestMet && _resync < ended && !IsMissed(began);
    }

    // Only a sync that began because of the resync before is at the same time as this one.
    private bool IsMissed(long began) =>
        _resync - began <= ResyncDelay && _draws.Below(DrawPurpose.ResyncOrder, _meetings++, MeetingsPerMiss) == 0;
}
