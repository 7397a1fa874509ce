namespace KedaStack.Tests.Scaling.Simulation.Reference;

/// <summary>A pod with times at which things happen to it, and every sample it ever gave.</summary>
internal sealed class ReferencePod
{
    public const long Never = long.MaxValue;

    public required int Ordinal { get; init; }

    public required long Phase { get; init; }

    public required long DiscoveredAt { get; init; }

    public long ListensAt { get; set; }

    public long ReadyAt { get; set; }

    public long RemovedAt { get; set; } = Never;

    public bool HasListened { get; set; }

    public long FirstProbe { get; set; } = Never;

    public long ServedMicro { get; set; }

    public int ScrapesCounted { get; set; }

    public List<(long Time, double Value)> Samples { get; } = [];

    public bool IsLive => RemovedAt == Never;

    public bool IsReady(long now) => IsLive && ReadyAt <= now;

    public bool Listens(long now) => IsLive && ListensAt <= now;

    /// <summary>The later, the sooner it is removed: listening but not Ready, crashed, starting.</summary>
    public int Rank(long now) => IsReady(now) ? 0 : Listens(now) ? 1 : HasListened ? 2 : 3;
}
