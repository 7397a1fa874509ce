using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>The candidates that no other one dominates; of equal ones, the one with the fewest changes, then the first.</summary>
/// <typeparam name="T">A candidate.</typeparam>
/// <param name="objectivesOf">Its objectives.</param>
/// <param name="changesOf">In how many settings it differs from today's.</param>
public sealed class ParetoFront<T>(Func<T, Objectives> objectivesOf, Func<T, int> changesOf)
{
    private readonly List<T> _members = [];

    /// <summary>The candidates in the order in which they came.</summary>
    public IReadOnlyList<T> Members => _members;

    /// <summary>Takes a candidate in unless another one is as good or better, and drops those that it dominates.</summary>
    public void Add(T candidate)
    {
        var objectives = objectivesOf(candidate);
        foreach (var member in _members)
        {
            var others = objectivesOf(member);
            if (others.Dominates(objectives) || (others == objectives && changesOf(member) <= changesOf(candidate)))
            {
                return;
            }
        }

        _members.RemoveAll(member => objectivesOf(member) is var others && (objectives.Dominates(others) || objectives == others));
        _members.Add(candidate);
    }
}
