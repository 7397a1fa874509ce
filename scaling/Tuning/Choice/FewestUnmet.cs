using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>Keeps the fewest unmet requests of each load.</summary>
/// <param name="today">Today's settings, whose figures hold until there are others.</param>
internal sealed class FewestUnmet(Candidate today)
{
    private decimal[]? _least;

    /// <summary>The fewest so far.</summary>
    public IReadOnlyList<decimal> Least => _least ?? Unmet(today);

    /// <summary>Takes candidates into account.</summary>
    public void Add(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            _least = _least is null ? Unmet(candidate) : [.. _least.Zip(Unmet(candidate), Math.Min)];
        }
    }

    private static decimal[] Unmet(Candidate candidate) => [.. candidate.Traffics.Select(figures => figures.UnmetRequests)];
}
