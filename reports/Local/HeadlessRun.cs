using KedaStack.Local;
using KedaStack.Local.Watching;

namespace KedaStack.Reports.Local;

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
        var news = new List<(TimeSpan Time, Action Write)>();
        await foreach (var snapshot in run.WatchAsync(CancellationToken.None))
        {
            if (snapshot.LastSync is { } last && last != sync)
            {
                sync = last;
                news.Add((last.Time, () => lines.Sync(last, snapshot)));
            }

            news.AddRange(run.Decisions.Take(decisions..snapshot.Decisions).Select(decision => (decision.Time, (Action)(() => lines.Decision(decision)))));
            news.AddRange(run.Events.Take(events..snapshot.Events).Select(happened => (happened.Time, (Action)(() => lines.Event(happened)))));
            (events, decisions) = (snapshot.Events, snapshot.Decisions);

            // In the order of time: what came while the snapshot was taken is written with the next one. Of what is at the
            // same time, a sync comes before its decision, and a decision before what it leads to.
            var known = snapshot.Phase == LocalPhase.Ended ? TimeSpan.MaxValue : snapshot.Time;
            foreach (var (_, write) in news.Where(line => line.Time <= known).OrderBy(line => line.Time))
            {
                write();
            }

            news.RemoveAll(line => line.Time <= known);
        }
    }
}
