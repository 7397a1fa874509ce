using System.Collections.Concurrent;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Reports.Local;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Reports.Local;

/// <summary>A run line by line.</summary>
public sealed class HeadlessRunTests
{
    [Fact]
    public async Task Lines_MuchAtOnce_AreInTheOrderOfTimeAndComplete()
    {
        var run = new ScriptedRun();
        var lines = new RecordedLines();
        var following = HeadlessRun.FollowAsync(run, lines);

        // Both snapshots are of a moment before some of what they hold.
        run.PlayTo(TimeSpan.FromMinutes(6), shownAt: TimeSpan.FromSeconds(352));
        run.PlayTo(TimeSpan.FromMinutes(11), shownAt: TimeSpan.FromMinutes(8));
        run.End();
        await following;

        Assert.Equal(lines.Written.OrderBy(line => line.Time), lines.Written);
        Assert.Equal(run.Events, lines.Written.Select(line => line.What).OfType<LocalEvent>());
        Assert.Equal(run.Decisions, lines.Written.Select(line => line.What).OfType<LocalDecision>());
        Assert.Contains(lines.Written, line => line.What is LocalSync);
    }

    [Fact]
    public async Task Lines_DecisionOfASync_ComesBetweenItAndItsEvent()
    {
        var run = new ScriptedRun();
        var lines = new RecordedLines();
        var following = HeadlessRun.FollowAsync(run, lines);

        run.PlayTo(run.FirstDecision);
        await Eventually.TrueAsync(() => lines.Written.Any(line => line.What is LocalDecision), "no decision was written");
        run.End();
        await following;

        var written = lines.Written.Select(line => line.What).ToList();
        var decision = written.FindIndex(what => what is LocalDecision);
        Assert.IsType<LocalSync>(written[decision - 1]);
        Assert.Equal(LocalEvent.Rescale, Assert.IsType<LocalEvent>(written[decision + 1]).Reason);
    }

    private sealed class RecordedLines : IRunLines
    {
        public ConcurrentQueue<(TimeSpan Time, object What)> Written { get; } = [];

        public void Plan(LocalRunPlan plan)
        {
            // It has no time.
        }

        public void Event(LocalEvent happened) => Written.Enqueue((happened.Time, happened));

        public void Sync(LocalSync sync, LocalSnapshot snapshot) => Written.Enqueue((sync.Time, sync));

        public void Decision(LocalDecision decision) => Written.Enqueue((decision.Time, decision));

        public void Result(LocalRunResult result)
        {
            // Nor has this.
        }
    }
}
