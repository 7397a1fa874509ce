namespace KedaStack.Scaling.Simulation.TimeAndChance;

/// <summary>Times of a run: whole milliseconds since its beginning.</summary>
internal static class SimulationTime
{
    /// <summary>A time that no run reaches.</summary>
    public const long Never = long.MaxValue;

    /// <summary>The longest run. With <see cref="Load.Traffic.MaximumRate"/> no sum of a run exceeds 64 bits.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>A duration in milliseconds, cut down.</summary>
    public static long WholeMilliseconds(this TimeSpan duration) => duration.Ticks / TimeSpan.TicksPerMillisecond;
}
