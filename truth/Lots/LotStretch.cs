using KedaStack.Scaling.Prometheus;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Lots;

/// <summary>
/// A stretch of constant load of a loop, with the samples in it of the counter of all offered requests. Each says when the last
/// lot before it was, as exactly as one request allows, but for one constant of the stretch.
/// </summary>
/// <param name="RequestsPerSecond">The load.</param>
/// <param name="Samples">The samples.</param>
internal sealed record LotStretch(double RequestsPerSecond, IReadOnlyList<Sample> Samples)
{
    private const double Second = 1000;

    // Of a lesser load a request says too little.
    private const double LeastRequestsPerSecond = 8;
    private const int FewestSamples = 6;

    // The first lot after a step has the new load for some of the time before it.
    private const long FirstLot = 150;

    /// <summary>How long one request takes to come, in milliseconds.</summary>
    public double Request => Second / RequestsPerSecond;

    /// <summary>The stretches of a loop that say something.</summary>
    /// <param name="loop">The loop.</param>
    public static IEnumerable<LotStretch> Of(RecordedLoop loop)
    {
        if (!loop.Samples.TryGetValue(RecordedLoop.Ingress, out var samples))
        {
            return [];
        }

        var points = loop.Load;
        return Ends().Where(stretch => stretch.Rate >= LeastRequestsPerSecond)
            .Select(stretch => new LotStretch(
                stretch.Rate,
                [.. samples.Where(sample => sample.TimestampMilliseconds - FirstLot > stretch.From && sample.TimestampMilliseconds < stretch.To)]))
            .Where(stretch => stretch.Samples.Count >= FewestSamples);

        // A slope begins where its neighbours end.
        IEnumerable<(long From, long To, double Rate)> Ends()
        {
            var from = long.MinValue + FirstLot;
            for (var i = 0; i < points.Count; i++)
            {
                var goesOn = i + 1 < points.Count && points[i + 1].RequestsPerSecond == points[i].RequestsPerSecond;
                if (!goesOn)
                {
                    yield return (from, i + 1 < points.Count ? points[i].AtMilliseconds : long.MaxValue, points[i].RequestsPerSecond);
                    from = i + 1 < points.Count ? points[i + 1].AtMilliseconds : 0;
                }
            }
        }
    }
}
