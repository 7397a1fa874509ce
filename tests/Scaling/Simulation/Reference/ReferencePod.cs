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

    public long FirstProbe { get; set; } = Never;

    public long ServedMicro { get; set; }

    public int ScrapesCounted { get; set; }

    public List<(long Time, double Value)> Samples { get; } = [];

    public bool IsLive => RemovedAt == Never;

    public bool IsReady(long now) => IsLive && ReadyAt <= now;

    public bool Listens(long now) => IsLive && ListensAt <= now;

    public int Crashes { get; set; }

    /// <summary>The higher, the sooner it is removed: Ready; not Ready, by its crashes.</summary>
    public int Rank(long now) => IsReady(now) ? 0 : 1 + Crashes;
}
