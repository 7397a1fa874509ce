using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>
/// The requests as counters show them: those of the load, or, where they are handed out in lots, those of the last lot. A lot
/// has the load and the Ready pods of its moment for all the time since the lot before, so that a change between two lots
/// counts from the earlier of them (recorded: what 669 pods of 1.37 had served at their deletion).
/// </summary>
/// <param name="load">The load.</param>
/// <param name="pods">The pods.</param>
/// <param name="times">When lots are.</param>
internal sealed class RequestCounters(LoadModel load, PodModel pods, PodTimes times)
{
    private readonly LoadModel? _lots = times.CountsInLots ? new LoadModel(pods) : null;

    /// <summary>Whether requests are handed out in lots; otherwise counters are those of the load, and who needs them often asks it.</summary>
    public bool AreInLots => _lots is not null;

    /// <summary>Goes on to a time, up to which the load was advanced.</summary>
    public void Advance(long time) => _lots?.Advance(Lot(time));

    /// <summary>Changes the load; <see cref="Advance"/> comes first.</summary>
    public void SetOffered(long milli)
    {
        load.SetOffered(milli);
        _lots?.SetOffered(milli);
    }

    /// <summary>Changes the Ready pods; <see cref="Advance"/> comes first.</summary>
    public void SetReady(int ready)
    {
        load.SetReady(ready);
        _lots?.SetReady(ready);
    }

    /// <summary>What a pod that was always Ready has counted at a time, not before the last change.</summary>
    public long ShareAt(long time) => _lots is null ? load.ShareAt(time) : _lots.ShareAt(Lot(time));

    /// <summary>The offered requests that were counted at a time, not before the last change.</summary>
    public long OfferedAt(long time) => _lots is null ? load.OfferedAt(time) : _lots.OfferedAt(Lot(time));

    private long Lot(long time) => Math.Max(_lots!.Since, times.LotBefore(time));
}
