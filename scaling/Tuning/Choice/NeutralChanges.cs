using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>Takes back the changes of a candidate that make nothing better: a search drags them along.</summary>
/// <param name="space">The search space.</param>
/// <param name="evaluate">Runs candidates as the search did.</param>
internal sealed class NeutralChanges(SearchSpace space, Action<IReadOnlyList<Candidate>> evaluate)
{
    /// <summary>The candidates without them, each once.</summary>
    /// <param name="candidates">Candidates of the search.</param>
    public IReadOnlyList<Candidate> Without(IReadOnlyList<Candidate> candidates)
    {
        Candidate[] current = [.. candidates];
        for (var knob = 0; knob < space.Knobs.Count; knob++)
        {
            var reverts = current.Index().Select(item => (item.Index, Revert: Reverted(item.Item, knob))).Where(item => item.Revert is not null).ToList();
            evaluate([.. reverts.Select(item => item.Revert!)]);
            foreach (var (index, revert) in reverts)
            {
                if (revert!.Objectives == current[index].Objectives || revert.Objectives.Dominates(current[index].Objectives))
                {
                    current[index] = revert;
                }
            }
        }

        return [.. current.DistinctBy(candidate => space.Number(candidate.Positions!))];
    }

    private Candidate? Reverted(Candidate candidate, int knob) =>
        space.IsChanged(candidate.Positions!, knob) && space.Reverted(candidate.Positions!, knob) is { } positions
            && space.Repaired(positions).SequenceEqual(positions)
            ? space.Candidate(positions)
            : null;
}
