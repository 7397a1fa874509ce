using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>
/// Runs the best candidates again with other random times: what was best of thousands in one run was also lucky in it.
/// First some spread over the front, from which the bounds follow; then the best by the rule in their order, until no further one can
/// be better.
/// </summary>
/// <param name="evaluate">Runs candidates.</param>
internal sealed class Confirmation(Action<IReadOnlyList<Candidate>> evaluate)
{
    private const int ChunkSize = 16;
    private const int LeastCandidates = 8;
    private const int MostCandidates = 64;
    private const int CandidatesPerConfirmed = 20;

    private readonly HashSet<Candidate> _taken = [];
    private readonly List<Candidate> _confirmed = [];

    /// <summary>What was run.</summary>
    public IReadOnlyList<Candidate> Confirmed => _confirmed;

    /// <summary>How many candidates are confirmed at most.</summary>
    public static int Most(int candidates) => Math.Clamp(candidates / CandidatesPerConfirmed, LeastCandidates, MostCandidates);

    /// <summary>A part of the front, from the fewest unmet requests to the most.</summary>
    /// <param name="front">The front of the search.</param>
    /// <param name="most">How many of it.</param>
    public static IReadOnlyList<Candidate> Spread(IReadOnlyList<Candidate> front, int most)
    {
        var sorted = front.OrderBy(candidate => candidate.Objectives.UnmetRequests).ToList();
        return sorted.Count <= most
            ? sorted
            : [.. Enumerable.Range(0, most).Select(i => sorted[(int)((long)i * (sorted.Count - 1) / Math.Max(1, most - 1))])];
    }

    /// <summary>Runs candidates.</summary>
    public void Run(IEnumerable<Candidate> candidates)
    {
        var fresh = candidates.Where(_taken.Add)
            .Select(candidate => new Candidate(candidate.Settings, candidate.Positions, candidate.Changes)).ToList();
        evaluate(fresh);
        _confirmed.AddRange(fresh);
    }

    /// <summary>Runs the best, and the best of each number of changes: few changes seldom owe anything to luck.</summary>
    /// <param name="ranked">The candidates of the search, the best first.</param>
    /// <param name="rule">The rule with the bounds of these runs.</param>
    /// <param name="most">How many of the best.</param>
    public void RunBest(IReadOnlyList<Candidate> ranked, RecommendationRule rule, int most)
    {
        Run(ranked.DistinctBy(candidate => candidate.Changes));
        for (var from = 0; from < Math.Min(most, ranked.Count) && !IsSettled(ranked[from], rule); from += ChunkSize)
        {
            Run(ranked.Skip(from).Take(Math.Min(ChunkSize, most - from)));
        }
    }

    private bool IsSettled(Candidate next, RecommendationRule rule) => _confirmed.Exists(candidate =>
        rule.IsAllowed(candidate) && candidate.Objectives.ReplicaHours <= next.Objectives.ReplicaHours);
}
