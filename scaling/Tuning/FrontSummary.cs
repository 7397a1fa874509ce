using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning;

/// <summary>Leaves out of a front the points that hardly differ from others, so that a person sees what there is to choose from.</summary>
public static class FrontSummary
{
    private const decimal HoursShare = 0.01m;
    private const decimal UnmetShare = 0.0001m;
    private const decimal Flaps = 0.5m;

    /// <summary>
    /// The points that differ: another one must have 1 % fewer replica-hours, 0.01 % of the requests fewer unmet or half a
    /// flap less. Of those that are alike, the one with the fewest changes stays.
    /// </summary>
    /// <param name="front">The front.</param>
    /// <param name="shown">A point that is seen anyway.</param>
    /// <returns>The points in the front's order.</returns>
    public static IReadOnlyList<TuningPoint> Of(IReadOnlyList<TuningPoint> front, TuningPoint? shown = null)
    {
        List<TuningPoint> kept = shown is null ? [] : [shown];
        foreach (var point in front.OrderBy(point => point.Changes.Count))
        {
            if (!kept.Exists(other => IsAsGood(other.Total, point.Total)))
            {
                kept.Add(point);
            }
        }

        return [.. front.Where(kept.Contains)];
    }

    private static bool IsAsGood(TuningFigures other, TuningFigures point) =>
        other.ReplicaHours <= point.ReplicaHours * (1 + HoursShare)
        && other.UnmetRequests <= point.UnmetRequests + (UnmetShare * point.OfferedRequests)
        && other.Flaps <= point.Flaps + Flaps;
}
