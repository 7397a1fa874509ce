using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>
/// Which settings are recommended: of those that stay within the bounds of each load, the ones with the fewest
/// replica-hours; where none does, the ones nearest to the bounds.
/// </summary>
/// <param name="bounds">The bounds of each load.</param>
internal sealed class RecommendationRule(IReadOnlyList<TuningBounds> bounds) : IComparer<Candidate>
{
    /// <summary>Saving less than this share of the replica-hours is not worth a change.</summary>
    public const decimal WorthwhileShare = 0.01m;

    /// <summary>How much of the replica-hours may be given up in all for fewer changes.</summary>
    public const decimal MostGivenUpShare = 0.03m;

    /// <summary>Whether a candidate stays within the bounds of each load.</summary>
    public bool IsAllowed(Candidate candidate) => Excess(candidate) == (0, 0);

    /// <summary>Whether a candidate may stand for a better one: it is as near to the bounds and needs not much more.</summary>
    public bool IsAsGood(Candidate candidate, Candidate best) =>
        Excess(candidate).CompareTo(Excess(best)) <= 0
        && candidate.Objectives.ReplicaHours <= best.Objectives.ReplicaHours * (1 + WorthwhileShare);

    /// <summary>Whether a candidate without one of the changes may replace one with it.</summary>
    /// <param name="without">The candidate without the change.</param>
    /// <param name="with">The one with it.</param>
    /// <param name="best">The best of all, of which not too much may be given up.</param>
    public bool MayReplace(Candidate without, Candidate with, Candidate best) =>
        IsAsGood(without, with) && without.Objectives.ReplicaHours <= best.Objectives.ReplicaHours * (1 + MostGivenUpShare);

    /// <summary>The better candidate first; 0 only for equal figures and as many changes.</summary>
    public int Compare(Candidate? x, Candidate? y)
    {
        var (one, other) = (x!, y!);
        return (Excess(one), one.Objectives.ReplicaHours, one.Objectives.Flaps, one.Objectives.UnmetRequests, one.Changes)
            .CompareTo((Excess(other), other.Objectives.ReplicaHours, other.Objectives.Flaps, other.Objectives.UnmetRequests, other.Changes));
    }

    private (decimal Unmet, decimal Flaps) Excess(Candidate candidate)
    {
        var (unmet, flaps) = (0m, 0m);
        for (var i = 0; i < bounds.Count; i++)
        {
            unmet += Math.Max(0, candidate.Traffics[i].UnmetRequests - bounds[i].UnmetRequests);
            flaps += Math.Max(0, candidate.Traffics[i].Flaps - bounds[i].Flaps);
        }

        return (unmet, flaps);
    }
}
