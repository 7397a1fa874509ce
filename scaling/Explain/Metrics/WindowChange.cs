using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Forecast;

namespace KedaStack.Scaling.Explain.Metrics;

/// <summary>The next opening or closing of a cron trigger's window.</summary>
/// <param name="At">When.</param>
/// <param name="Opens">Whether it opens.</param>
/// <param name="Replicas">The count that follows, all other values as they are.</param>
/// <param name="AfterMilliseconds">How long after it that count is reached; 0 at the first sync that sees it.</param>
public sealed record WindowChange(DateTimeOffset At, bool Opens, int Replicas, long AfterMilliseconds)
{
    /// <summary>The change; null for a trigger that is none of cron, or whose window was said to be open or closed, or that never changes.</summary>
    /// <param name="scalingCase">The case at the count that it settled at.</param>
    /// <param name="place">The trigger's place.</param>
    /// <param name="answer">The trigger's answer.</param>
    public static WindowChange? Of(ScalingCase scalingCase, int place, TriggerAnswer answer)
    {
        if (answer.Cron is not { Until: { } until } moment)
        {
            return null;
        }

        var forecast = new ForecastRun(scalingCase.WithAnswerAt(place, moment.Then)).Run(null);
        return new WindowChange(until, !moment.IsOpen, forecast.ReplicasAtEnd, forecast.SettledAfterMilliseconds);
    }
}
