namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>
/// Times of a run that are known, as from a recording of a real one; from its beginning, lead-in included. What is not
/// known is drawn.
/// </summary>
public sealed record KnownTimes
{
    /// <summary>Nothing is known.</summary>
    public static KnownTimes None { get; } = new();

    /// <summary>When the HPA's syncs read its metrics, in the order of time; after the last one they go on with their period.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<TimeSpan> Syncs { get; init; } = [];

    /// <summary>When KEDA checks, in the order of time; after the last one the checks go on with their interval.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<TimeSpan> Checks { get; init; } = [];

    /// <summary>When the lots of requests are counted (<see cref="SimulationScenario.CountingInterval"/>), in the order of time.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<TimeSpan> Lots { get; init; } = [];

    /// <summary>The times of pods, by their number.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<int, KnownPod> Pods { get; init; } = new Dictionary<int, KnownPod>();
}
