using KedaStack.Scaling.Simulation.Load;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>The offered load of a loop as the simulator takes it: slopes are steps.</summary>
internal static class LoopTraffic
{
    private const long StepMilliseconds = 250;
    private const double Milli = 1000;

    /// <summary>The load.</summary>
    public static Traffic Of(RecordedLoop loop, LoopClock clock)
    {
        var points = loop.Load;
        var steps = new SortedDictionary<long, long> { [0] = 0, [At(LoopClock.LoadBegin(loop) ?? clock.BeginMilliseconds)] = Rate(points[0].RequestsPerSecond) };
        for (var i = 0; i < points.Count; i++)
        {
            steps[At(points[i].AtMilliseconds)] = Rate(points[i].RequestsPerSecond);
            if (i + 1 < points.Count && points[i + 1].AtMilliseconds > points[i].AtMilliseconds
                && points[i + 1].RequestsPerSecond != points[i].RequestsPerSecond)
            {
                Slope(points[i], points[i + 1], (at, rate) => steps[At(at)] = rate);
            }
        }

        return Traffic.FromSteps(steps.Select(step => new TrafficStep(step.Key, step.Value)));

        long At(long milliseconds) => (long)clock.ToRun(milliseconds).TotalMilliseconds;
    }

    // Each step has the load of its middle, so that the requests of whole steps are those of the slope.
    private static void Slope(LoadPoint from, LoadPoint to, Action<long, long> step)
    {
        var length = to.AtMilliseconds - from.AtMilliseconds;
        for (var at = 0L; at < length; at += StepMilliseconds)
        {
            var middle = at + (Math.Min(StepMilliseconds, length - at) / 2.0);
            step(from.AtMilliseconds + at, Rate(from.RequestsPerSecond + ((to.RequestsPerSecond - from.RequestsPerSecond) * middle / length)));
        }
    }

    private static long Rate(double requestsPerSecond) => (long)Math.Round(requestsPerSecond * Milli);
}
