namespace KedaStack.Scaling.Tuning.Search;

/// <summary>Which settings may be tried together, and which of them act.</summary>
internal static class SettingLimits
{
    // The check rate-window-short: with fewer, one lost scrape leaves too few samples.
    private const int ScrapesPerWindow = 4;

    /// <summary>Whether the rate window holds four scrapes. Today's pair is taken as it is.</summary>
    public static bool WindowFits(ScalingSettings settings, ScalingSettings today) =>
        settings.Window >= ScrapesPerWindow * settings.ScrapeInterval
        || (settings.Window == today.Window && settings.ScrapeInterval == today.ScrapeInterval);

    /// <summary>Whether the minimum is not above the maximum.</summary>
    public static bool BoundsFit(ScalingSettings settings) => settings.MinReplicaCount <= settings.MaxReplicaCount;

    /// <summary>Whether KEDA's polling does anything.</summary>
    public static bool PollingActs(ScalingSettings settings) => settings.MinReplicaCount == 0 || settings.Fallback is not null;

    /// <summary>Whether the cooldown period does anything.</summary>
    public static bool CooldownActs(ScalingSettings settings) => settings.MinReplicaCount == 0;
}
