using System.Globalization;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>
/// Why two curves part: the first sync that decides otherwise, with both values and how far the next boundary is. Where both propose
/// the same there, it is an earlier proposal, which the stabilization or a policy remembers.
/// </summary>
internal static class FirstDifferentSync
{
    /// <summary>What most loops part by.</summary>
    public const string OneRequest = "a request more or less in the pods' counters";

    private const double Milli = 1000;
    private const double Percent = 100;

    // From a sync's read to its change.
    private const long Seen = 500;

    // No window and no policy of a loop looks back further.
    private const long Remembered = 900_000;

    // Of one request, counted by one scrape sooner or later, the rate of a window of a minute changes by so much.
    private const double OneRequestMilli = 1000 / 45.0;

    /// <summary>The sentence.</summary>
    public static string Of(RecordedLoop loop, LoopRun run, ReplicaCurve recorded, ReplicaCurve simulated)
    {
        var parts = recorded.FirstDifference(simulated, ClosedLoopLevel.StepMilliseconds);
        for (var place = 0; place < run.Syncs.Count; place++)
        {
            var sync = run.Syncs[place];
            var other = Recorded(loop, sync);
            if (sync.AtMilliseconds < parts - Seen || (other.DesiredReplicas ?? other.CurrentReplicas) == sync.Result.DesiredReplicas)
            {
                continue;
            }

            var at = $"at {Seconds(sync.AtMilliseconds)} s: {other.CurrentReplicas} to {other.DesiredReplicas ?? other.CurrentReplicas} recorded, "
                + $"{sync.Result.CurrentReplicas} to {sync.Result.DesiredReplicas} simulated";
            var way = Math.Sign((other.DesiredReplicas ?? other.CurrentReplicas) - sync.Result.DesiredReplicas);
            var cause = Enumerable.Range(0, place + 1).Reverse().Select(earlier => run.Syncs[earlier])
                .TakeWhile(earlier => sync.AtMilliseconds - earlier.AtMilliseconds <= Remembered)
                .Where(earlier => Recorded(loop, earlier).Proposal is { } proposal && Math.Sign(proposal - earlier.Result.Proposal) == way)
                .Select(earlier => (HpaSync?)earlier).FirstOrDefault();
            return cause is not { } seen ? $"{at}; no proposal differs: a scale event is as old as its policy's period, to some milliseconds"
                : seen.AtMilliseconds == sync.AtMilliseconds ? $"{at}; {Reading(loop, seen, other)}"
                : $"{at}; the same is proposed, but {Seconds(sync.AtMilliseconds - seen.AtMilliseconds)} s before it was {Recorded(loop, seen).Proposal} and {seen.Result.Proposal}: {Reading(loop, seen, Recorded(loop, seen))}";
        }

        return $"at {Seconds(parts ?? 0)} s KEDA's step comes at another check";
    }

    private static RecordedSync Recorded(RecordedLoop loop, HpaSync sync) => loop.Syncs.MinBy(at => Math.Abs(at.ReadMilliseconds - sync.AtMilliseconds))!;

    // Of several metrics the first, which is that of the requests in all loops.
    private static string Reading(RecordedLoop loop, in HpaSync sync, RecordedSync other)
    {
        if (other.Reads is not [{ ValuesMilli: [var read] }, ..] || sync.MetricMilli is not { } metric)
        {
            return "one of them read no value";
        }

        var values = $"read {Number(read)} and {Number(metric)}";
        var target = Target(loop);
        var distance = Math.Min(Distance(read, target, other.StatusReplicas), Distance(metric, target, sync.StatusReplicas));
        return other.StatusReplicas != sync.StatusReplicas ? $"{values} with {other.StatusReplicas} and {sync.StatusReplicas} pods in the status"
            : Math.Abs(read - metric) <= OneRequestMilli * Math.Max(1, other.StatusReplicas)
                ? $"{values}, {OneRequest}; a boundary is {Share(distance, target)} away"
            : $"{values}: the samples differ (a first scrape that met a pod not ready, or another pod that went); a boundary is {Share(distance, target)} away";
    }

    // The boundaries are the multiples of the target, and the ends of the tolerance.
    private static double Distance(long value, double target, int pods)
    {
        var multiple = Math.Abs(value - (Math.Round(value / target) * target));
        return pods == 0 ? multiple : Math.Min(multiple, Math.Min(
            Math.Abs(value - (1.1 * target * pods)), Math.Abs(value - (0.9 * target * pods))));
    }

    private static double Target(RecordedLoop loop) =>
        HpaReader.Read(SpecTimeline.Of(loop)[0], loop, LoopSemantics.Of(loop.Versions).Keda)?.Metrics[0].Target.Milli ?? Milli;

    private static string Share(double distance, double target) =>
        (Percent * distance / target).ToString("0.0", CultureInfo.InvariantCulture) + " % of the target";

    private static string Number(long milli) => (milli / Milli).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Seconds(long milliseconds) => (milliseconds / Milli).ToString("0.0", CultureInfo.InvariantCulture);
}
