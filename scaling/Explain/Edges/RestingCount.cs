using KedaStack.Scaling.Explain.Forecast;

namespace KedaStack.Scaling.Explain.Edges;

/// <summary>How far the value may move once the count has settled.</summary>
/// <param name="Replicas">The count.</param>
/// <param name="Tolerance">The values for which the metric proposes no change; null where it is not asked.</param>
/// <param name="More">The least value that gives more replicas; null when none does.</param>
/// <param name="Less">The greatest value that gives fewer; null when none does.</param>
public sealed record RestingCount(int Replicas, ToleranceBand? Tolerance, ValueEdge? More, ValueEdge? Less)
{
    /// <summary>The state at rest of a case.</summary>
    /// <param name="scalingCase">The case.</param>
    /// <param name="replicas">The replicas that it settled at.</param>
    /// <param name="place">The place of the value.</param>
    public static RestingCount? Of(ScalingCase scalingCase, int replicas, int place = 0)
    {
        if (scalingCase.Hpa is null || scalingCase.ValueAt(place) is null)
        {
            return null;
        }

        var atRest = scalingCase.AtRest(replicas);
        return new RestingCount(
            replicas,
            scalingCase.Metrics.FirstOrDefault(entry => entry.Place == place) is { Metric: { } metric }
                ? ToleranceBand.Of(metric, scalingCase.Hpa.Behavior, replicas, scalingCase.Semantics.Hpa)
                : null,
            ValueEdge.More(atRest, place),
            ValueEdge.Less(atRest, place));
    }
}
