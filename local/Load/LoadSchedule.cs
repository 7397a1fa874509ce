using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Local.Load;

/// <summary>A load as generators can follow it: constant for at least a while, since each change costs a process.</summary>
/// <param name="traffic">The load.</param>
/// <param name="hold">How long a rate stays at least, above 0; slopes become steps of that length with their mean.</param>
internal sealed class LoadSchedule(Traffic traffic, TimeSpan hold)
{
    /// <summary>The load from a time on, in thousandths of a request per second, until when it holds, and whether it is the
    /// mean of a stretch of a slope.</summary>
    /// <param name="time">The time; not negative.</param>
    /// <returns>No end when the load does not change any more.</returns>
    public (long Milli, TimeSpan? Until, bool IsSlope) At(TimeSpan time)
    {
        var from = (long)time.TotalMilliseconds;
        var next = NextStep(from);
        if (next is null || next - from >= hold.TotalMilliseconds)
        {
            return (traffic.MilliAt(from), next is { } at ? TimeSpan.FromMilliseconds(at) : null, false);
        }

        var until = from + (long)hold.TotalMilliseconds;
        // A jump that is not part of a slope is not averaged away: the stretch ends at it.
        if (NextStep(next.Value) is not { } second || second - next.Value >= hold.TotalMilliseconds)
        {
            until = next.Value;
        }

        return (Mean(from, until), TimeSpan.FromMilliseconds(until), true);
    }

    private long Mean(long from, long until)
    {
        var sum = 0m;
        for (var at = from; at < until;)
        {
            var end = Math.Min(NextStep(at) ?? until, until);
            sum += (decimal)traffic.MilliAt(at) * (end - at);
            at = end;
        }

        return (long)(sum / (until - from));
    }

    private long? NextStep(long after)
    {
        var steps = traffic.Steps;
        var (low, high) = (0, steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = steps[middle].AtMilliseconds > after ? (low, middle) : (middle + 1, high);
        }

        return low < steps.Length ? steps[low].AtMilliseconds : null;
    }
}
