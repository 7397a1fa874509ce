using KedaStack.Truth.Checks;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>
/// The time of a loop's simulation: it begins with the whole second in which the Deployment was made, or the load began, since KEDA cuts the
/// time of a query, and what it remembers, down to whole seconds.
/// </summary>
/// <param name="BeginMilliseconds">The begin, in the loop's time.</param>
/// <param name="EndMilliseconds">The end, in the loop's time.</param>
internal readonly record struct LoopClock(long BeginMilliseconds, long EndMilliseconds)
{
    private const long Second = 1000;
    private const long ScriptMilliseconds = 2_400_000;

    /// <summary>The clock of a loop.</summary>
    public static LoopClock Of(RecordedLoop loop)
    {
        var made = Math.Min(loop.Replicas[0].AtMilliseconds, LoadBegin(loop) ?? long.MaxValue);
        var evaluated = loop.Queries.FirstOrDefault(query => query.EvaluatedAtMilliseconds is not null)?.EvaluatedAtMilliseconds
            ?? (loop.HpaStates.Any(state => state.LastScale is not null) ? Second - RecordedClock.Begin(loop).Millisecond : 0);
        return new LoopClock(made - Remainder(made - evaluated), ScriptMilliseconds);
    }

    /// <summary>How long the simulation is.</summary>
    public TimeSpan Duration => TimeSpan.FromMilliseconds(EndMilliseconds - BeginMilliseconds);

    /// <summary>A time of the loop as one of the simulation.</summary>
    public TimeSpan ToRun(long milliseconds) => TimeSpan.FromMilliseconds(Math.Max(0, milliseconds - BeginMilliseconds));

    /// <summary>When the load began, by the first sample of the ingress' counter; null without one.</summary>
    public static long? LoadBegin(RecordedLoop loop) =>
        loop.Samples.TryGetValue(RecordedLoop.Ingress, out var ingress) && ingress.Length > 0
            ? ingress[0].TimestampMilliseconds - (loop.Load[0].RequestsPerSecond > 0 ? (long)(Second * ingress[0].Value / loop.Load[0].RequestsPerSecond) : 0)
            : null;

    private static long Remainder(long milliseconds) => ((milliseconds % Second) + Second) % Second;
}
