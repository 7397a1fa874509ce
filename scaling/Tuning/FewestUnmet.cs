namespace KedaStack.Scaling.Tuning;

/// <summary>Keeps the fewest unmet requests of each load.</summary>
/// <param name="traffics">How many loads there are.</param>
internal sealed class FewestUnmet(int traffics)
{
    private readonly decimal[] _least = [.. Enumerable.Repeat(decimal.MaxValue, traffics)];

    /// <summary>The fewest so far.</summary>
    public IReadOnlyList<decimal> Least => _least;

    /// <summary>Takes candidates into account.</summary>
    public void Add(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            for (var i = 0; i < _least.Length; i++)
            {
                _least[i] = Math.Min(_least[i], candidate.Traffics[i].UnmetRequests);
            }
        }
    }
}
