using KedaStack.Local;

namespace KedaStack.Cli.Local;

/// <summary>A run without a screen.</summary>
internal static class HeadlessRun
{
    /// <summary>Writes each line of a run as it comes, until it has ended.</summary>
    /// <param name="run">The run.</param>
    /// <param name="lines">Gets the lines, but for the result.</param>
    public static async Task FollowAsync(ILocalRun run, IRunLines lines)
    {
        lines.Plan(run.Plan);
        var (events, decisions, sync) = (0, 0, default(LocalSync));
        await foreach (var snapshot in run.WatchAsync(CancellationToken.None))
        {
            if (snapshot.LastSync is { } last && last != sync)
            {
                lines.Sync(sync = last, snapshot);
            }

            // In the order of time; a decision comes before what it leads to.
            while (events < snapshot.Events || decisions < snapshot.Decisions)
            {
                if (decisions < snapshot.Decisions
                    && (events == snapshot.Events || run.Decisions[decisions].Time <= run.Events[events].Time))
                {
                    lines.Decision(run.Decisions[decisions++]);
                }
                else
                {
                    lines.Event(run.Events[events++]);
                }
            }
        }
    }
}
