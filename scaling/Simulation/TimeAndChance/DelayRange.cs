namespace KedaStack.Scaling.Simulation.TimeAndChance;

/// <summary>A delay that is drawn anew each time, evenly between two ends.</summary>
/// <param name="Shortest">The shortest; not negative.</param>
/// <param name="Longest">The longest; not below the shortest.</param>
public readonly record struct DelayRange(TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>A delay in seconds.</summary>
    /// <param name="shortest">The shortest.</param>
    /// <param name="longest">The longest.</param>
    public static DelayRange Seconds(int shortest, int longest) => new(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));

    /// <summary>Always the same delay.</summary>
    /// <param name="delay">The delay.</param>
    public static DelayRange Always(TimeSpan delay) => new(delay, delay);
}
