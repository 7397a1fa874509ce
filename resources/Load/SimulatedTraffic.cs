using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Resources.Load;

/// <summary>A load with where it comes from.</summary>
internal sealed record SimulatedTraffic
{
    /// <summary>What it was asked for by: a name, an expression, a file or a query.</summary>
    public required string Source { get; init; }

    /// <summary>The load.</summary>
    public required Traffic Traffic { get; init; }

    /// <summary>How long the run is.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long the recording is that it comes from.</summary>
    /// <value>Null: it was not recorded.</value>
    public TimeSpan? RecordedDuration { get; init; }

    /// <summary>When that recording begins.</summary>
    /// <value>Null: it was not recorded, or nobody knows.</value>
    public DateTimeOffset? RecordedFrom { get; init; }

    /// <summary>The seed of everything random.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What a reader should know of it, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The load in a run of another length.</summary>
    /// <param name="duration">The length; null to leave it as it is.</param>
    public SimulatedTraffic Lasting(TimeSpan? duration) => duration is not { } length ? this
        : length > RecordedDuration ? this with { Duration = length, Notes = [.. Notes, $"The recording ends at {PrometheusDuration.Format(RecordedDuration.Value)}; its last value goes on."] }
        : this with { Duration = length };
}
