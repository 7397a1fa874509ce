using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Explain.Edges;

/// <summary>The value at which a count becomes another one.</summary>
/// <param name="ValueMilli">The nearest value that gives the other count, in thousandths: the HPA sees no finer ones.</param>
/// <param name="Replicas">That count.</param>
/// <param name="AfterMilliseconds">How long it takes to get there.</param>
public readonly record struct ValueEdge(long ValueMilli, int Replicas, long AfterMilliseconds)
{
    // An edge takes dozens of forecasts: two days of syncs and polls each are enough to see which way a count goes.
    private const int MostEvents = 20_000;

    // A formula may go up and down: the first difference is looked for in steps that double.
    private const int FirstSteps = 256;

    /// <summary>The least value above that of the case that settles at more replicas; null when no value does.</summary>
    /// <param name="scalingCase">The case.</param>
    /// <param name="place">The place of the value; it must have one.</param>
    public static ValueEdge? More(ScalingCase scalingCase, int place = 0) => scalingCase.ValueAt(place) is { } value
        ? Find(scalingCase, place, value, Highest(scalingCase, place, value), wantsMore: true)
            ?? (IsOfFormula(scalingCase, place) ? Find(scalingCase, place, value, 0, wantsMore: true) : null)
        : null;

    /// <summary>The greatest value below that of the case that settles at fewer replicas; null when no value does.</summary>
    /// <param name="scalingCase">The case.</param>
    /// <param name="place">The place of the value; it must have one.</param>
    public static ValueEdge? Less(ScalingCase scalingCase, int place = 0) => scalingCase.ValueAt(place) is { } value
        ? Find(scalingCase, place, value, 0, wantsMore: false)
            ?? (IsOfFormula(scalingCase, place) ? Find(scalingCase, place, value, Highest(scalingCase, place, value), wantsMore: false) : null)
        : null;

    // More load never means fewer replicas, so that halving finds the edge; but for a formula's values, where it finds one.
    private static ValueEdge? Find(ScalingCase scalingCase, int place, long value, long end, bool wantsMore)
    {
        var (step, direction) = (scalingCase.StepAt(place), Math.Sign(end - value));
        var answer = Forecast(scalingCase, place, value).ReplicasAtEnd;
        bool IsOther(ScalingForecast forecast) => wantsMore ? forecast.ReplicasAtEnd > answer : forecast.ReplicasAtEnd < answer;

        var (inside, outside, found) = (0L, 0L, default(ScalingForecast));
        foreach (var distance in Distances(scalingCase, place, Math.Abs(end - value) / step))
        {
            if (IsOther(found = Forecast(scalingCase, place, value + (direction * distance * step))))
            {
                outside = distance;
                break;
            }

            inside = distance;
        }

        if (outside == 0)
        {
            return null;
        }

        while (outside - inside > 1)
        {
            var middle = inside + ((outside - inside) / 2);
            var forecast = Forecast(scalingCase, place, value + (direction * middle * step));
            if (IsOther(forecast))
            {
                (outside, found) = (middle, forecast);
            }
            else
            {
                inside = middle;
            }
        }

        return new ValueEdge(value + (direction * outside * step), found!.ReplicasAtEnd, found.SettledAfterMilliseconds);
    }

    private static IEnumerable<long> Distances(ScalingCase scalingCase, int place, long furthest)
    {
        for (var distance = Math.Max(1, furthest / FirstSteps); IsOfFormula(scalingCase, place) && distance < furthest; distance += Math.Max(1, distance / 4))
        {
            yield return distance;
        }

        if (furthest > 0)
        {
            yield return furthest;
        }
    }

    private static ScalingForecast Forecast(ScalingCase scalingCase, int place, long valueMilli) =>
        new ForecastRun(scalingCase.WithValueAt(place, valueMilli)).Run(null, MostEvents);

    /// <summary>A value that no maximum and no dead band can need more than.</summary>
    private static long Highest(ScalingCase scalingCase, int place, long value)
    {
        var (hpa, source) = (scalingCase.Hpa!, scalingCase.SourceAt(place));
        var tolerance = Tolerances.For(hpa.Behavior, scalingCase.Semantics.Hpa).ScaleUp;
        var activation = (scalingCase.ScaledObject?.Triggers[place] as ExternalMetricTrigger)?.ActivationValue ?? 0;
        var target = IsOfFormula(scalingCase, place)
            ? Math.Max(source.Target.Milli, scalingCase.ScaledObject!.Modifiers!.Target * 1000)
            : source.Target.Milli;
        var pods = HeldMetric.IsOfPods(source) ? 1.0 : hpa.MaxReplicas + 2.0;
        var needed = (target * (2.0 + tolerance) * pods * Spread(scalingCase, source)) + (activation * 1000);
        var highest = Math.Max(value < long.MaxValue ? value + 1 : value, (long)Math.Min(needed, 1L << 52));
        return value + ((highest - value) / scalingCase.StepAt(place) * scalingCase.StepAt(place));
    }

    // What one pod uses may be spread over so many.
    private static double Spread(ScalingCase scalingCase, MetricSource source) =>
        HeldMetric.IsOfPods(source) ? (scalingCase.Hpa!.MaxReplicas + 2.0) / Math.Max(1, scalingCase.CurrentReplicas) : 1;

    private static bool IsOfFormula(ScalingCase scalingCase, int place) =>
        scalingCase.ScaledObject is { Modifiers: not null } scaledObject && scaledObject.Triggers[place] is ExternalMetricTrigger;
}
