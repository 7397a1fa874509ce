using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>
/// All settings that may be tried: a position for each knob. Positions that can't be deployed together are repaired, and a
/// knob that does nothing in its company stays at today's value, so that equal settings have equal positions.
/// </summary>
internal sealed class SearchSpace
{
    private readonly int _window;
    private readonly int _scrape;
    private readonly int _minimum;
    private readonly int _maximum;
    private readonly int _polling;
    private readonly int _cooldown;

    public SearchSpace(ScalingSettings today, IReadOnlyList<Knob> knobs, IReadOnlyList<SkippedKnob> skipped)
    {
        (Today, Knobs, Skipped) = (today, knobs, skipped);
        _window = Find(TunableSetting.Window);
        _scrape = Find(TunableSetting.ScrapeInterval);
        _minimum = Find(TunableSetting.MinReplicaCount);
        _maximum = Find(TunableSetting.MaxReplicaCount);
        _polling = Find(TunableSetting.PollingInterval);
        _cooldown = Find(TunableSetting.CooldownPeriod);
        Start = Repaired([.. knobs.Select(knob => knob.Today)]);
    }

    /// <summary>The settings of today.</summary>
    public ScalingSettings Today { get; }

    /// <summary>The knobs; at least one.</summary>
    public IReadOnlyList<Knob> Knobs { get; }

    /// <summary>What is not tried.</summary>
    public IReadOnlyList<SkippedKnob> Skipped { get; }

    /// <summary>The positions nearest to today's settings.</summary>
    public int[] Start { get; }

    /// <summary>How many positions there are, repaired or not.</summary>
    public UInt128 Size => Knobs.Aggregate(UInt128.One, (size, knob) => size * (uint)knob.Values.Count);

    /// <summary>A number for positions, different for different ones.</summary>
    public UInt128 Number(int[] positions)
    {
        var number = UInt128.Zero;
        for (var i = 0; i < positions.Length; i++)
        {
            number = (number * (uint)Knobs[i].Values.Count) + (uint)positions[i];
        }

        return number;
    }

    /// <summary>The positions of a number below <see cref="Size"/>.</summary>
    public int[] Positions(UInt128 number)
    {
        var positions = new int[Knobs.Count];
        for (var i = positions.Length - 1; i >= 0; i--)
        {
            (number, var position) = UInt128.DivRem(number, (uint)Knobs[i].Values.Count);
            positions[i] = (int)position;
        }

        return positions;
    }

    /// <summary>The settings of positions.</summary>
    public ScalingSettings Settings(int[] positions)
    {
        var settings = Today;
        for (var i = 0; i < positions.Length; i++)
        {
            settings = Knobs[i].Set(settings, positions[i]);
        }

        return settings;
    }

    /// <summary>Whether a knob has another value than today's.</summary>
    public bool IsChanged(int[] positions, int knob) => !Knobs[knob].HoldsToday || positions[knob] != Knobs[knob].Today;

    /// <summary>How many knobs have another value than today's.</summary>
    public int Changes(int[] positions) => Enumerable.Range(0, positions.Length).Count(knob => IsChanged(positions, knob));

    /// <summary>The candidate at positions.</summary>
    public Candidate Candidate(int[] positions) => new(Settings(positions), positions, Changes(positions));

    /// <summary>The positions with one knob at today's value.</summary>
    /// <returns>Null where today's value is not to be tried, or would leave no replicas between minimum and maximum.</returns>
    public int[]? Reverted(int[] positions, int knob)
    {
        int[] reverted = [.. positions];
        reverted[knob] = Knobs[knob].Today;
        return Knobs[knob].HoldsToday && SettingLimits.BoundsFit(Settings(reverted)) ? reverted : null;
    }

    /// <summary>The values that differ from today's.</summary>
    public IReadOnlyList<SettingValue> ChangedValues(int[] positions) =>
        [.. Enumerable.Range(0, positions.Length)
            .Where(knob => IsChanged(positions, knob))
            .Select(knob => new SettingValue(Knobs[knob].Name, Knobs[knob].Values[positions[knob]]))];

    /// <summary>The positions as they can be deployed: a longer window or more frequent scrapes, a higher maximum or a lower minimum.</summary>
    public int[] Repaired(int[] positions)
    {
        int[] repaired = [.. positions];
        while (!SettingLimits.WindowFits(Settings(repaired), Today) && (Raise(repaired, _window) || Lower(repaired, _scrape)))
        {
        }

        while (!SettingLimits.BoundsFit(Settings(repaired)) && (Raise(repaired, _maximum) || Lower(repaired, _minimum)))
        {
        }

        var settings = Settings(repaired);
        Rest(repaired, _polling, SettingLimits.PollingActs(settings));
        Rest(repaired, _cooldown, SettingLimits.CooldownActs(settings));
        return repaired;
    }

    private int Find(string name) => Knobs.Index().FirstOrDefault(item => item.Item.Name == name, (Index: -1, Item: null!)).Index;

    private bool Raise(int[] positions, int knob)
    {
        if (knob < 0 || positions[knob] == Knobs[knob].Values.Count - 1)
        {
            return false;
        }

        positions[knob]++;
        return true;
    }

    private static bool Lower(int[] positions, int knob)
    {
        if (knob < 0 || positions[knob] == 0)
        {
            return false;
        }

        positions[knob]--;
        return true;
    }

    private void Rest(int[] positions, int knob, bool acts)
    {
        if (knob >= 0 && !acts)
        {
            positions[knob] = Knobs[knob].Today;
        }
    }
}
