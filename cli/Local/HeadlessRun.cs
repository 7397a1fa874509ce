using KedaStack.Local;

namespace KedaStack.Cli.Local;

/// <summary>A run without a screen.</summary>
internal static class HeadlessRun
{
    /// <summary>Runs, and writes each line as it comes.</summary>
    /// <param name="options">What runs.</param>
    /// <param name="lines">Gets the lines.</param>
    /// <param name="cancellationToken">Ends the run in order, without waiting for the last scrape.</param>
    /// <exception cref="LocalRunException">The run could not begin or go on.</exception>
    public static async Task FollowAsync(LocalRunOptions options, IRunLines lines, CancellationToken cancellationToken)
    {
        lines.Plan(options.Plan);
        await using var run = LocalRun.Start(options);
        await using var stop = cancellationToken.Register(() =>
        {
            run.Stop();
            run.Stop();
        });
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

        lines.Result(await run.Completion);
    }
}
