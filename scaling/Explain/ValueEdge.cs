using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Proposals;

namespace KedaStack.Scaling.Explain;

/// <summary>The value at which a count becomes another one.</summary>
/// <param name="ValueMilli">The nearest value that gives the other count, in thousandths: the HPA sees no finer ones.</param>
/// <param name="Replicas">That count.</param>
/// <param name="AfterMilliseconds">How long it takes to get there.</param>
public readonly record struct ValueEdge(long ValueMilli, int Replicas, long AfterMilliseconds)
{
    // An edge takes dozens of forecasts: two days of syncs and polls each are enough to see which way a count goes.
    private const int MostEvents = 20_000;

    /// <summary>The least value above that of the case that settles at more replicas; null when no value does.</summary>
    /// <param name="scalingCase">The case, with a value.</param>
    public static ValueEdge? More(ScalingCase scalingCase) => scalingCase.ValueMilli is { } value
        ? Find(scalingCase, value, Highest(scalingCase, value), above: true)
        : null;

    /// <summary>The greatest value below that of the case that settles at fewer replicas; null when no value does.</summary>
    /// <param name="scalingCase">The case, with a value.</param>
    public static ValueEdge? Less(ScalingCase scalingCase) => scalingCase.ValueMilli is { } value
        ? Find(scalingCase, value, 0, above: false)
        : null;

    // More load never means fewer replicas, so that halving finds the edge.
    private static ValueEdge? Find(ScalingCase scalingCase, long inside, long outside, bool above)
    {
        var answer = Forecast(scalingCase, inside).ReplicasAtEnd;
        var found = Forecast(scalingCase, outside);
        if (above ? found.ReplicasAtEnd <= answer : found.ReplicasAtEnd >= answer)
        {
            return null;
        }

        while (Math.Abs(outside - inside) > 1)
        {
            var middle = inside + ((outside - inside) / 2);
            var forecast = Forecast(scalingCase, middle);
            if (above ? forecast.ReplicasAtEnd > answer : forecast.ReplicasAtEnd < answer)
            {
                (outside, found) = (middle, forecast);
            }
            else
            {
                inside = middle;
            }
        }

        return new ValueEdge(outside, found.ReplicasAtEnd, found.SettledAfterMilliseconds);
    }

    private static ScalingForecast Forecast(ScalingCase scalingCase, long valueMilli) =>
        new ForecastRun(scalingCase.WithValue(valueMilli)).Run(null, MostEvents);

    /// <summary>A value that no maximum and no dead band can need more than.</summary>
    private static long Highest(ScalingCase scalingCase, long value)
    {
        var (hpa, tolerance) = (scalingCase.Hpa!, Tolerances.For(scalingCase.Hpa!.Behavior, scalingCase.Semantics.Hpa).ScaleUp);
        var activation = scalingCase.ScaledObject?.PrometheusTrigger.ActivationThreshold ?? 0;
        var needed = (hpa.Metrics[0].Target.Milli * (2.0 + tolerance) * (hpa.MaxReplicas + 2.0)) + (activation * 1000);
        return Math.Max(value < long.MaxValue ? value + 1 : value, (long)Math.Min(needed, 1L << 52));
    }
}
