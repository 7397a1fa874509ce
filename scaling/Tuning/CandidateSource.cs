using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning;

/// <summary>
/// Which settings are tried next, never the same twice. First today's with one setting changed, then random ones, then
/// mostly descendants of the best so far. A small space is gone through as a whole, in random order. Depends on the seed
/// and on the results of earlier batches only: not on how many candidates there will be, nor on time.
/// </summary>
internal sealed class CandidateSource
{
    private const int BatchSize = 128;
    private const int RandomBatches = 3;
    private const int SmallSpace = 4096;
    private const int MostAttempts = 32;

    private readonly SearchSpace _space;
    private readonly HashSet<UInt128> _seen = [];
    private readonly Queue<int[]> _planned = new();
    private readonly bool _isSmall;
    private SplitMix64 _random;
    private int _batches;

    public CandidateSource(SearchSpace space, ulong seed)
    {
        (_space, _random) = (space, new SplitMix64(seed));
        _isSmall = space.Size <= SmallSpace;
        Plan(space.Start);
        for (var knob = 0; knob < space.Knobs.Count; knob++)
        {
            for (var position = 0; position < space.Knobs[knob].Values.Count; position++)
            {
                int[] changed = [.. space.Start];
                changed[knob] = position;
                Plan(space.Repaired(changed));
            }
        }

        if (_isSmall)
        {
            PlanAll();
        }
    }

    /// <summary>The next batch.</summary>
    /// <param name="front">The positions that no other candidate dominates so far.</param>
    /// <param name="best">The positions that the rule of recommendation puts first.</param>
    /// <returns>Empty when nothing new is found.</returns>
    public IReadOnlyList<int[]> Next(IReadOnlyList<int[]> front, IReadOnlyList<int[]> best)
    {
        var batch = new List<int[]>();
        for (var slot = 0; slot < BatchSize; slot++)
        {
            // Every fourth candidate goes on looking elsewhere.
            var isRandom = _batches < RandomBatches || slot % 4 == 0;
            if (_planned.TryDequeue(out var planned))
            {
                batch.Add(planned);
            }
            else if (!_isSmall && New(() => isRandom ? Random() : Descendant(front, best)) is { } positions)
            {
                batch.Add(positions);
            }
        }

        _batches++;
        return batch;
    }

    private void Plan(int[] positions)
    {
        if (_seen.Add(_space.Number(positions)))
        {
            _planned.Enqueue(positions);
        }
    }

    private void PlanAll()
    {
        var numbers = Enumerable.Range(0, (int)_space.Size).ToArray();
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            var other = (int)_random.Below(i + 1);
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }

        foreach (var number in numbers)
        {
            Plan(_space.Repaired(_space.Positions((UInt128)number)));
        }
    }

    private int[]? New(Func<int[]> make)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var positions = _space.Repaired(make());
            if (_seen.Add(_space.Number(positions)))
            {
                return positions;
            }
        }

        return null;
    }

    private int[] Random() => [.. _space.Knobs.Select(knob => Below(knob.Values.Count))];

    private int[] Descendant(IReadOnlyList<int[]> front, IReadOnlyList<int[]> best)
    {
        int[] child = [.. Parent(front, best)];
        if (Below(2) == 0)
        {
            var other = Parent(front, best);
            for (var knob = 0; knob < child.Length; knob++)
            {
                child[knob] = Below(2) == 0 ? other[knob] : child[knob];
            }
        }

        for (var changes = 1 + Below(3); changes > 0; changes--)
        {
            Mutate(child, Below(child.Length));
        }

        return child;
    }

    private int[] Parent(IReadOnlyList<int[]> front, IReadOnlyList<int[]> best)
    {
        var parents = front.Count == 0 || Below(2) == 0 ? best : front;
        return parents[Below(parents.Count)];
    }

    // A step to a neighbour, a jump anywhere, or back to today's value.
    private void Mutate(int[] positions, int knob)
    {
        var count = _space.Knobs[knob].Values.Count;
        positions[knob] = Below(8) switch
        {
            0 => _space.Knobs[knob].Today,
            1 or 2 => Below(count),
            var step => Math.Clamp(positions[knob] + (step % 2 == 0 ? 1 : -1), 0, count - 1),
        };
    }

    private int Below(int bound) => (int)_random.Below(bound);
}
