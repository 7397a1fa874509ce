using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Simulate;

/// <summary>What limited the replicas, as charts show it.</summary>
/// <param name="Letter">Its letter in a terminal.</param>
/// <param name="Style">Its colour on a picture.</param>
/// <param name="Meaning">What it is.</param>
internal sealed record LimitKind(char Letter, int Style, string Meaning)
{
    /// <summary>The letter of nothing.</summary>
    public const char NoLetter = '.';

    private static readonly LimitKind _up = new('^', 1, "one step up may be no larger");
    private static readonly LimitKind _max = new('M', 2, "maxReplicaCount");
    private static readonly LimitKind _down = new('v', 3, "one step down may be no larger");
    private static readonly LimitKind _min = new('m', 4, "minReplicaCount");
    private static readonly LimitKind _failed = new('!', 5, "the metric failed");
    private static readonly LimitKind _filling = new('-', 6, "no value yet, the window is filling");

    /// <summary>What limited the replicas at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="hasHadValue">Whether the metric has had a value before.</param>
    /// <returns>Null: nothing did.</returns>
    public static LimitKind? Of(in TimelinePoint point, bool hasHadValue) => point.MetricFailed ? hasHadValue ? _failed : _filling : point.Limit switch
    {
        HpaConditionReason.ScaleUpLimit => _up,
        HpaConditionReason.ScaleDownLimit => _down,
        HpaConditionReason.TooManyReplicas => _max,
        HpaConditionReason.TooFewReplicas => _min,
        _ => null,
    };

    /// <summary>What limited the replicas at each of the points of a run.</summary>
    public static IEnumerable<LimitKind?> All(IEnumerable<TimelinePoint> points)
    {
        var hasHadValue = false;
        foreach (var point in points)
        {
            hasHadValue |= point.MetricMilli is not null;
            yield return Of(point, hasHadValue);
        }
    }

    /// <summary>What the letters mean that are there.</summary>
    public static string Legend(IEnumerable<char> letters)
    {
        var there = letters.ToHashSet();
        return string.Join(
            ", ", new[] { _up, _down, _max, _min, _filling, _failed }.Where(kind => there.Contains(kind.Letter)).Select(kind => $"{kind.Letter} {kind.Meaning}"));
    }
}
