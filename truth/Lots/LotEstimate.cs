using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Lots;

/// <summary>
/// When the load of a run was handed out. One program handed it to all loops of a run at the same moments, in lots about 101 ms
/// apart, which the README of the recordings does not say, but the counters of all offered requests show.
/// </summary>
public static class LotEstimate
{
    private const int Rounds = 6;

    // Of the lags of samples behind lots, what is outside of these shares are scrapes that came late.
    private const double Least = 0.01;

    private const double MostRequest = 40;

    /// <summary>The times of the lots, in the loops' time; none where the loops say too little.</summary>
    /// <param name="loops">The loops of one run.</param>
    /// <param name="fromMilliseconds">The first time.</param>
    /// <param name="toMilliseconds">The last.</param>
    public static IReadOnlyList<double> Of(IEnumerable<RecordedLoop> loops, long fromMilliseconds, long toMilliseconds)
    {
        var stretches = loops.SelectMany(LotStretch.Of).ToArray();
        if (stretches.Length == 0)
        {
            return [];
        }

        // A lot is at most right before a sample.
        var constants = stretches.Select(stretch => stretch.Samples.Max(sample => Middle(stretch, sample.Value) - sample.TimestampMilliseconds)).ToArray();
        var lots = Array.Empty<double>();
        for (var round = 0; round < Rounds; round++)
        {
            lots = LotTrack.Of(Seen(stretches, constants), fromMilliseconds, toMilliseconds);
            for (var i = 0; i < stretches.Length; i++)
            {
                constants[i] += Median(stretches[i].Samples.Select(sample => Middle(stretches[i], sample.Value) - constants[i]).Select(at => at - Nearest(lots, at)));
            }
        }

        var shift = Shift(stretches, constants, lots);
        return [.. lots.Select(lot => lot - shift)];
    }

    private static List<(double At, double Request)> Seen(LotStretch[] stretches, double[] constants) =>
    [
        .. stretches.SelectMany((stretch, i) => stretch.Samples.Select(sample => (At: Middle(stretch, sample.Value) - constants[i], stretch.Request)))
            .OrderBy(seen => seen.At),
    ];

    // All constants can be off by the same time. A sample is behind its lot by nothing at least and one interval at most.
    private static double Shift(LotStretch[] stretches, double[] constants, double[] lots)
    {
        var lags = stretches.SelectMany((stretch, i) => stretch.Request > MostRequest ? [] : stretch.Samples.Select(
            sample => sample.TimestampMilliseconds - Nearest(lots, Middle(stretch, sample.Value) - constants[i]))).Order().ToArray();
        return lags.Length == 0 ? 0 : (LotTrack.Interval / 2)
            - ((lags[(int)(Least * (lags.Length - 1))] + lags[(int)((1 - Least) * (lags.Length - 1))]) / 2);
    }

    private static double Middle(LotStretch stretch, double counted) => (counted + 0.5) * stretch.Request;

    private static double Nearest(double[] lots, double at)
    {
        var place = Array.BinarySearch(lots, at);
        place = place < 0 ? ~place : place;
        return place == 0 ? lots[0]
            : place == lots.Length || at - lots[place - 1] < lots[place] - at ? lots[place - 1]
            : lots[place];
    }

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
