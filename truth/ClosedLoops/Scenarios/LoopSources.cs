using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Truth.Checks;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>
/// What the sources of a loop's other triggers say: of cron what the clock and the window rule say, of a queue that was scripted its script, and of
/// one on a server the lengths that the server counted, since it follows the script some seconds later.
/// </summary>
internal static class LoopSources
{
    private static readonly TimeSpan _slopeStep = TimeSpan.FromSeconds(1);

    /// <summary>The sources, by the place of the trigger.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<SourceStep>> Of(RecordedLoop loop, LoopClock clock, ScaledObject scaledObject) =>
        scaledObject.Triggers.OfType<ExternalMetricTrigger>().Where(trigger => trigger is not PrometheusTrigger)
            .ToDictionary(trigger => trigger.TriggerIndex, trigger => (IReadOnlyList<SourceStep>)[.. Of(loop, clock, trigger)]);

    private static IEnumerable<SourceStep> Of(RecordedLoop loop, LoopClock clock, ExternalMetricTrigger trigger) => trigger switch
    {
        CronTrigger cron => Windows(loop, clock, cron),
        _ when loop.QueueCounts.Count > 0 => loop.QueueCounts.Select(count => new SourceStep(clock.ToRun(count.AtMilliseconds), count.Messages)),
        _ => Script(loop, clock),
    };

    private static IEnumerable<SourceStep> Windows(RecordedLoop loop, LoopClock clock, CronTrigger cron)
    {
        var zone = IanaTimeZone.Find(cron.Timezone, out var error) ?? throw new RecordingFormatException($"{loop.FullName}: {error}");
        var begin = RecordedClock.Begin(loop).AddMilliseconds(clock.BeginMilliseconds);
        DateTimeOffset? next = begin;
        while (next is { } at && at - begin < clock.Duration)
        {
            yield return new SourceStep(at - begin, cron.Read(at).Value);
            next = CronWindow.NextChange(cron, zone, at);
        }
    }

    private static IEnumerable<SourceStep> Script(RecordedLoop loop, LoopClock clock)
    {
        var points = loop.Queue;
        for (var i = 0; i < points.Count; i++)
        {
            var from = points[i];
            yield return new SourceStep(i == 0 ? TimeSpan.Zero : clock.ToRun(from.AtMilliseconds), from.RequestsPerSecond);
            if (i + 1 < points.Count && points[i + 1] is var to && to.RequestsPerSecond != from.RequestsPerSecond && to.AtMilliseconds > from.AtMilliseconds)
            {
                for (var at = from.AtMilliseconds; at < to.AtMilliseconds; at += (long)_slopeStep.TotalMilliseconds)
                {
                    var share = (double)(at - from.AtMilliseconds) / (to.AtMilliseconds - from.AtMilliseconds);
                    yield return new SourceStep(
                        clock.ToRun(at), Math.Floor(from.RequestsPerSecond + (share * (to.RequestsPerSecond - from.RequestsPerSecond))));
                }
            }
        }
    }
}
