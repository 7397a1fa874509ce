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

    public required long CreatedAt { get; init; }

    public long RemovedAt { get; set; } = Never;

    public long GoneAt { get; set; } = Never;

    public long FirstProbe { get; set; } = Never;

    public long ServedMicro { get; set; }

    public int ScrapesCounted { get; set; }

    public List<(long Time, double Value)> Samples { get; } = [];

    public bool IsLive => RemovedAt == Never;

    public bool IsReady(long now) => IsLive && ReadyAt <= now;

    /// <summary>Also while it terminates.</summary>
    public bool Listens(long now) => ListensAt <= Math.Min(now, RemovedAt) && now < GoneAt;

    public int Crashes { get; set; }

    /// <summary>The lower, the sooner it is removed: not Ready, by its crashes; then by the power of two of its age in whole seconds.</summary>
    public (int Ready, int Crashes, int Age) Rank(long now) =>
        IsReady(now) ? (1, 0, Age(now - (ReadyAt / 1000 * 1000))) : (0, -Crashes, Age(now - (CreatedAt / 1000 * 1000)));

    private static int Age(long milliseconds) => milliseconds <= 0 ? 0 : (int)Math.Log2(milliseconds * 1e6);
}
