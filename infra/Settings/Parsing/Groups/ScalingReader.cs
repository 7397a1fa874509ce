using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Scaling;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks how the app scales.</summary>
internal static class ScalingReader
{
    private const decimal LeastThreshold = 0.001m;
    private const decimal LargestThreshold = 9_000_000_000_000_000m;

    /// <summary>The shortest scrape interval.</summary>
    public static readonly TimeSpan ShortestScrapeInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _shortestWindow = TimeSpan.FromMilliseconds(1);

    public static ScalingSettings Read(SettingsReader reader)
    {
        var scrapeInterval = reader.Duration(SettingKeys.ScrapeInterval, ShortestScrapeInterval);
        var window = reader.Duration(SettingKeys.Window, _shortestWindow);
        CheckWindow(reader, window, scrapeInterval);
        return Read(reader, scrapeInterval.GetValueOrDefault(), window.GetValueOrDefault());
    }

    /// <summary>Reads how something scales, however often it is scraped.</summary>
    /// <param name="reader">The values.</param>
    /// <param name="scrapeInterval">How often it is scraped.</param>
    /// <param name="window">The window of its query.</param>
    public static ScalingSettings Read(SettingsReader reader, TimeSpan scrapeInterval, TimeSpan window)
    {
        var minimum = reader.Integer(SettingKeys.MinReplicaCount, 0);
        var maximum = reader.Integer(SettingKeys.MaxReplicaCount, 1);
        RangeCheck.Ordered(reader, SettingKeys.MinReplicaCount, minimum, SettingKeys.MaxReplicaCount, maximum);
        return new ScalingSettings
        {
            ScrapeInterval = scrapeInterval,
            Window = window,
            Threshold = Threshold(reader),
            ActivationThreshold = Bounded(reader, SettingKeys.ActivationThreshold, reader.NonNegativeNumber(SettingKeys.ActivationThreshold)),
            IgnoreNullValues = reader.Boolean(SettingKeys.IgnoreNullValues).GetValueOrDefault(),
            PollingInterval = Seconds(reader.Integer(SettingKeys.PollingInterval, 1)),
            CooldownPeriod = Seconds(reader.Integer(SettingKeys.CooldownPeriod, 0)),
            MinReplicaCount = minimum.GetValueOrDefault(),
            MaxReplicaCount = maximum.GetValueOrDefault(),
            Fallback = Fallback(reader),
            Behavior = BehaviorReader.Read(reader),
        };
    }

    private static decimal Threshold(SettingsReader reader)
    {
        var threshold = reader.PositiveNumber(SettingKeys.Threshold);
        if (threshold is < LeastThreshold)
        {
            reader.Reject(
                SettingKeys.Threshold, "is below a thousandth, which KEDA rounds to; the API server refuses a target of 0",
                reader.Text(SettingKeys.Threshold)!, "write at least 0.001");
        }

        return Bounded(reader, SettingKeys.Threshold, threshold);
    }

    // A quantity holds 64 bits of thousandths; what is beyond would become the largest one.
    private static decimal Bounded(SettingsReader reader, string key, decimal? number)
    {
        if (number is > LargestThreshold)
        {
            reader.Reject(key, "is more than a Kubernetes quantity holds in thousandths", reader.Text(key)!, FormattableString.Invariant($"write at most {LargestThreshold}"));
            return 0;
        }

        return number.GetValueOrDefault();
    }

    private static void CheckWindow(SettingsReader reader, TimeSpan? window, TimeSpan? scrapeInterval)
    {
        if (window is { } length && scrapeInterval is { } interval && length < 2 * interval)
        {
            reader.RejectQuoted(
                SettingKeys.Window,
                "is shorter than two scrape intervals, the least that rate() needs",
                $"\"{PrometheusDuration.Format(length)}\" with {SettingKeys.ScrapeInterval} \"{PrometheusDuration.Format(interval)}\"",
                $"write at least {PrometheusDuration.Format(2 * interval)}, better {PrometheusDuration.Format(4 * interval)}");
        }
    }

    private static Fallback? Fallback(SettingsReader reader)
    {
        var replicas = reader.OptionalInteger(SettingKeys.FallbackReplicas, 0);
        var failureThreshold = reader.Integer(SettingKeys.FallbackFailureThreshold, 0);
        var behavior = reader.Word(SettingKeys.FallbackBehavior, SettingWords.FallbackBehavior);
        return replicas is { } count
            ? new Fallback(failureThreshold.GetValueOrDefault(), count, behavior.GetValueOrDefault())
            : null;
    }

    private static TimeSpan Seconds(int? seconds) => TimeSpan.FromSeconds(seconds.GetValueOrDefault());
}
