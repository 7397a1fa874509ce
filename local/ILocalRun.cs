using KedaStack.Local.Comparison;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;

namespace KedaStack.Local;

/// <summary>
/// The workload as it runs on this machine: watched by any number of readers, steered by commands. All times are those of
/// the stack, which pass <see cref="LocalRunPlan.Speed"/> times as fast as the clock on the wall. Thread-safe.
/// </summary>
public interface ILocalRun : IAsyncDisposable
{
    /// <summary>What was asked for.</summary>
    public LocalRunPlan Plan { get; }

    /// <summary>The latest snapshot.</summary>
    public LocalSnapshot Current { get; }

    /// <summary>The chart so far, in the order of time; at most <see cref="LocalHistory.MostPoints"/> points.</summary>
    public IReadOnlyList<LocalPoint> History { get; }

    /// <summary>The changes of the desired replicas so far, in the order of time.</summary>
    public IReadOnlyList<LocalDecision> Decisions { get; }

    /// <summary>What happened so far, in the order of time.</summary>
    public IReadOnlyList<LocalEvent> Events { get; }

    /// <summary>
    /// The snapshots from now on, the current one first, several a second while something changes. A reader that is slow
    /// misses some and gets the latest. Ends after the snapshot of <see cref="LocalPhase.Ended"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends it early.</param>
    public IAsyncEnumerable<LocalSnapshot> WatchAsync(CancellationToken cancellationToken);

    /// <summary>Adds a load generator to what the traffic says. Without effect once the run ends.</summary>
    public void MoreLoad();

    /// <summary>Takes a load generator away; without effect at no load.</summary>
    public void LessLoad();

    /// <summary>
    /// Ends the run in order: the requests under way are waited for, then the last scrape, then everything is counted. The
    /// second time the last scrape is not waited for any more.
    /// </summary>
    public void Stop();

    /// <summary>The result, once everything has ended.</summary>
    /// <exception cref="LocalRunException">The run could not begin or go on; the message says why and what to do.</exception>
    public Task<LocalRunResult> Completion { get; }
}
