namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>Runs candidates, several at once. A candidate's figures depend on nothing but its settings and the seeds.</summary>
/// <param name="traffics">The loads.</param>
/// <param name="parallelism">How many candidates run at once.</param>
internal sealed class CandidateEvaluator(IReadOnlyList<TunedTraffic> traffics, int parallelism)
{
    /// <summary>Runs candidates in their order until all are done or it is told to stop.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="seeds">The seeds of the runs of each.</param>
    /// <param name="done">Called after each, from several threads.</param>
    /// <param name="isOver">Whether no further candidate shall be begun.</param>
    /// <param name="stop">Gives up also those that run.</param>
    /// <returns>How many of the first are complete.</returns>
    public int Run(
        IReadOnlyList<Candidate> candidates, IReadOnlyList<ulong> seeds, Action done, Func<bool> isOver, CancellationToken stop)
    {
        var next = -1;
        var complete = new bool[candidates.Count];
        Parallel.For(0, Math.Min(parallelism, candidates.Count), new ParallelOptions { MaxDegreeOfParallelism = parallelism }, _ =>
        {
            // Each takes the next one in order, so that what is complete has no large gaps when it stops early.
            for (var i = Interlocked.Increment(ref next); i < candidates.Count; i = Interlocked.Increment(ref next))
            {
                if (stop.IsCancellationRequested || isOver() || !TryRun(candidates[i], seeds, stop))
                {
                    return;
                }

                complete[i] = true;
                done();
            }
        });
        var firstMissing = Array.IndexOf(complete, false);
        return firstMissing < 0 ? candidates.Count : firstMissing;
    }

    private bool TryRun(Candidate candidate, IReadOnlyList<ulong> seeds, CancellationToken stop)
    {
        try
        {
            candidate.Take([.. traffics.Select(traffic => seeds
                .Select(seed => traffic.Run(candidate.Settings, seed, stop))
                .Aggregate((one, other) => one + other)
                .Mean(seeds.Count))]);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
