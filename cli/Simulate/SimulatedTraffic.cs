using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Cli.Simulate;

/// <summary>A load with where it comes from.</summary>
internal sealed record SimulatedTraffic
{
    /// <summary>What it was asked for by: a name, an expression, a file or a query.</summary>
    public required string Source { get; init; }

    /// <summary>The load.</summary>
    public required Traffic Traffic { get; init; }

    /// <summary>How long the run is.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What a reader should know of it, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
