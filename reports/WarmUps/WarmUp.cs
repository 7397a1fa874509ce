using KedaStack.Scaling;

namespace KedaStack.Reports.WarmUps;

/// <summary>
/// A run that nobody sees. Most of a short command's time goes into compiling what it calls: what has run on another
/// core while the settings are read has been compiled by then.
/// </summary>
internal static class WarmUp
{
    /// <summary>Settings like most.</summary>
    public static ScalingSettings Scaling { get; } = new()
    {
        ScrapeInterval = TimeSpan.FromSeconds(15),
        Window = TimeSpan.FromMinutes(2),
        Threshold = 10,
        ActivationThreshold = 0,
        IgnoreNullValues = false,
        PollingInterval = TimeSpan.FromSeconds(30),
        CooldownPeriod = TimeSpan.FromMinutes(5),
        MinReplicaCount = 1,
        MaxReplicaCount = 10,
    };

    /// <summary>Begins in the background, where there is a core to do it on. Nothing waits for its end, and what becomes of it does not matter.</summary>
    /// <param name="run">The run; it must have no effect outside. Null: there is none.</param>
    public static void Begin(Func<object>? run)
    {
        if (run is not null && Environment.ProcessorCount > 1)
        {
            _ = Task.Run(run);
        }
    }
}
