using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>Takes back changes that do not matter, one after the other, and finds out what each of the others is good for.</summary>
/// <param name="space">The search space.</param>
/// <param name="evaluate">Runs candidates.</param>
/// <param name="rule">The rule, with the bounds of these runs.</param>
internal sealed class Simplification(SearchSpace space, Action<IReadOnlyList<Candidate>> evaluate, RecommendationRule rule)
{
    private readonly List<Candidate> _tried = [];

    /// <summary>What was run.</summary>
    public IReadOnlyList<Candidate> Tried => _tried;

    /// <summary>The effects of the changes of the result.</summary>
    public IReadOnlyList<KnobEffect> Effects { get; private set; } = [];

    /// <summary>The candidate without the changes that do not matter.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="today">Today's settings, with their figures.</param>
    /// <param name="best">The best candidate, whose replica-hours are the measure.</param>
    public Candidate Run(Candidate candidate, Candidate today, Candidate best)
    {
        for (var current = candidate; ;)
        {
            var reverts = Reverts(current, today);
            var better = reverts
                .Select(revert => revert.Candidate)
                .OfType<Candidate>()
                .Where(without => rule.MayReplace(without, current, best))
                .Order(rule)
                .FirstOrDefault();
            if (better is null)
            {
                Effects = [.. reverts.Select(revert => Effect(current, revert))];
                return current;
            }

            current = better;
        }
    }

    private List<Revert> Reverts(Candidate candidate, Candidate today)
    {
        if (candidate.Positions is not { } positions)
        {
            return [];
        }

        var reverts = Enumerable.Range(0, positions.Length).Where(knob => space.IsChanged(positions, knob))
            .Select(knob => Make(positions, knob, today)).ToList();
        var fresh = reverts.Select(revert => revert.Candidate).OfType<Candidate>().Where(made => made != today && !_tried.Contains(made)).ToList();
        evaluate(fresh);
        _tried.AddRange(fresh);
        return reverts;
    }

    // Today's value may need another one changed further, as a scrape interval needs its window: still one change less.
    private Revert Make(int[] positions, int knob, Candidate today)
    {
        if (space.Reverted(positions, knob) is not { } reverted)
        {
            return new Revert(knob, null, false);
        }

        var repaired = space.Repaired(reverted);
        var changes = space.Changes(repaired);
        var candidate = changes == 0 ? today
            : changes >= space.Changes(positions) ? null
            : _tried.Find(tried => tried.Positions!.SequenceEqual(repaired)) ?? space.Candidate(repaired);
        return new Revert(knob, candidate, repaired.SequenceEqual(reverted));
    }

    private KnobEffect Effect(Candidate candidate, Revert revert)
    {
        var knob = space.Knobs[revert.Knob];
        return new KnobEffect(
            knob.Name,
            knob.TodayValue,
            knob.Values[candidate.Positions![revert.Knob]],
            revert.IsAlone ? revert.Candidate?.Total : null,
            revert.IsAlone && revert.Candidate is { } without && rule.IsAllowed(without));
    }

    private sealed record Revert(int Knob, Candidate? Candidate, bool IsAlone);
}
