using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>
/// When the load of a loop was handed out: in lots, a little more than 100 ms apart, as the ingress' counter of all offered
/// requests shows. Each of its samples says how long before the last lot was, as exactly as one request allows.
/// </summary>
internal static class LoopLots
{
    /// <summary>How far apart the lots are on average, in milliseconds.</summary>
    public const double Interval = 100.2;

    private const double Second = 1000;
    private const int Around = 8;

    /// <summary>The times of the lots, in the loop's time; none without samples of the ingress.</summary>
    public static IReadOnlyList<double> Of(RecordedLoop loop, LoopClock clock)
    {
        if (!loop.Samples.TryGetValue(RecordedLoop.Ingress, out var samples) || samples.Length < 2)
        {
            return [];
        }

        var traffic = LoopTraffic.Of(loop, clock);
        var steps = loop.Load.Zip(loop.Load.Skip(1)).Where(step => step.First.AtMilliseconds == step.Second.AtMilliseconds)
            .Select(step => step.First.AtMilliseconds).ToArray();
        var offered = samples.Select(sample => Offered(traffic, (long)clock.ToRun(sample.TimestampMilliseconds).TotalMilliseconds)).ToArray();
        var ahead = samples.Select((sample, i) => offered[i] - sample.Value).ToArray();
        var stretches = samples.Select(sample => steps.Count(step => step <= sample.TimestampMilliseconds)).ToArray();
        var anchors = new double[samples.Length];
        var lag = Interval / 2;
        for (var i = 0; i < samples.Length; i++)
        {
            var time = samples[i].TimestampMilliseconds;
            if (i > 0)
            {
                lag = Modulo(lag + (time - samples[i - 1].TimestampMilliseconds));
            }

            var rate = traffic.MilliAt((long)clock.ToRun(time).TotalMilliseconds) / Second;
            var least = Least(ahead, stretches, i);
            lag = rate > 0 ? Nearest(lag, Second * (ahead[i] - least - 1) / rate, Second * (ahead[i] - least) / rate) : lag;
            anchors[i] = time - lag;
        }

        return Between(anchors, clock);
    }

    // A lot has the load of its moment, so that each change of the load shifts the counter against what was offered. Of a few
    // samples of one stretch, one is right after a lot.
    private static double Least(double[] ahead, int[] stretches, int sample)
    {
        var least = ahead[sample];
        for (var i = Math.Max(0, sample - Around); i <= Math.Min(ahead.Length - 1, sample + Around); i++)
        {
            least = stretches[i] == stretches[sample] ? Math.Min(least, ahead[i]) : least;
        }

        return least;
    }

    private static List<double> Between(double[] anchors, LoopClock clock)
    {
        var lots = new List<double>();
        for (var at = anchors[0] - (Interval * Math.Floor((anchors[0] - clock.BeginMilliseconds) / Interval)); at < anchors[0] - 1; at += Interval)
        {
            lots.Add(at);
        }

        for (var i = 0; i < anchors.Length; i++)
        {
            var end = i + 1 < anchors.Length ? anchors[i + 1] : clock.EndMilliseconds;
            var count = Math.Max(1, Math.Round((end - anchors[i]) / Interval));
            var interval = i + 1 < anchors.Length ? (end - anchors[i]) / count : Interval;
            for (var lot = 0; lot < count; lot++)
            {
                lots.Add(anchors[i] + (lot * interval));
            }
        }

        return lots;
    }

    // The time that is expected, or what the counter allows that is nearest to it.
    private static double Nearest(double expected, double low, double high)
    {
        var (least, most) = (Math.Max(0, low), Math.Min(Interval, high));
        if (least > most || (expected >= least && expected <= most))
        {
            return expected;
        }

        return Apart(expected, least) < Apart(expected, most) ? least : most;
    }

    private static double Apart(double one, double other) => Math.Min(Modulo(one - other), Modulo(other - one));

    private static double Modulo(double milliseconds) => milliseconds - (Interval * Math.Floor(milliseconds / Interval));

    private static double Offered(Scaling.Simulation.Load.Traffic traffic, long until)
    {
        var sum = 0.0;
        var steps = traffic.Steps;
        for (var i = 0; i < steps.Length && steps[i].AtMilliseconds < until; i++)
        {
            var end = i + 1 < steps.Length ? Math.Min(until, steps[i + 1].AtMilliseconds) : until;
            sum += steps[i].MilliRequestsPerSecond / Second * (end - steps[i].AtMilliseconds) / Second;
        }

        return sum;
    }
}
