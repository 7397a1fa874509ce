using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Rates;

/// <summary>Prometheus over the samples of a loop: computes what a query gives, with the model's own functions.</summary>
public sealed class RecordedPrometheus
{
    private readonly QueryExpression _query;
    private readonly PrometheusEngine _engine;
    private readonly Sample[][] _series;
    private readonly long _window;
    private readonly long _interval;

    /// <summary>Creates the store.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="query">The query.</param>
    /// <param name="engine">The rules.</param>
    public RecordedPrometheus(RecordedLoop loop, QueryExpression query, PrometheusEngine engine)
    {
        (_query, _engine) = (query, engine);
        _series = [.. loop.Samples
            .Where(series => series.Key == RecordedLoop.Ingress == query.CountsOffered)
            .OrderBy(series => series.Key, StringComparer.Ordinal)
            .Select(series => series.Value)];
        (_window, _interval) = ((long)query.Window.TotalMilliseconds, (long)loop.ScrapeInterval.TotalMilliseconds);
    }

    /// <summary>The value of the query; null for an empty vector.</summary>
    /// <param name="atMilliseconds">The time that it is evaluated at.</param>
    /// <param name="nowMilliseconds">The time that it is evaluated at really: what is written later is not seen.</param>
    public double? Evaluate(long atMilliseconds, long nowMilliseconds)
    {
        var (sum, pods) = (new VectorSum(_engine), 0);
        foreach (var series in _series)
        {
            if (Rate.TryEvaluate(series, atMilliseconds, _window, _engine, out var rate))
            {
                sum.Add(rate);
            }

            pods += _query.PerPod && IsPresent(series, atMilliseconds, nowMilliseconds) ? 1 : 0;
        }

        return !_query.PerPod ? sum.Value : pods == 0 ? null : sum.Value / pods;
    }

    private bool IsPresent(Sample[] series, long at, long now)
    {
        var last = Array.FindLastIndex(series, sample => sample.TimestampMilliseconds <= at);
        if (last < 0)
        {
            return false;
        }

        var marked = StalenessMarker.Of(series, last, _interval);
        var seen = marked is { } marker && marker.WrittenMilliseconds <= now && marker.TimestampMilliseconds <= at;
        ReadOnlySpan<Sample> known = seen
            ? [series[last], Sample.Stale(marked!.Value.TimestampMilliseconds)]
            : [series[last]];
        return Rate.TryInstant(known, at, Rate.DefaultLookback, _engine, out _);
    }
}
