namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>A row as it stands in a file.</summary>
internal readonly ref struct RecordedRow
{
    /// <summary>The time.</summary>
    public required ReadOnlySpan<char> Time { get; init; }

    /// <summary>Where it is.</summary>
    public required TextPlace TimePlace { get; init; }

    /// <summary>The load; empty for none.</summary>
    public required ReadOnlySpan<char> Rate { get; init; }

    /// <summary>Where it is.</summary>
    public required TextPlace RatePlace { get; init; }
}
