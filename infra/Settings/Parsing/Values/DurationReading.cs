using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Reads Prometheus durations.</summary>
internal static class DurationReading
{
    // Azure Monitor answers no query over a longer time (azure-monitor-limits-metrics, "Prometheus query limits").
    private static readonly TimeSpan _longest = TimeSpan.FromDays(32);

    /// <summary>A duration that has been read and checked before; the catalogue's default where it was wrong.</summary>
    public static TimeSpan ValidDuration(this SettingsReader reader, string key) =>
        PrometheusDuration.TryParse(reader.RawOrDefault(key).Text ?? "", out var duration) ? duration : TimeSpan.Zero;

    /// <summary>A duration from the shortest to 32 days.</summary>
    public static TimeSpan? Duration(this SettingsReader reader, string key, TimeSpan shortest)
    {
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        if (!PrometheusDuration.TryParse(text, out var duration))
        {
            reader.Reject(key, "is not a Prometheus duration", text, $"write {PrometheusDuration.Expected}");
            return null;
        }

        if (duration == TimeSpan.Zero)
        {
            reader.Reject(key, "is zero", text, $"write at least {PrometheusDuration.Format(shortest)}");
            return null;
        }

        if (duration < shortest)
        {
            var limit = PrometheusDuration.Format(shortest);
            reader.Reject(key, $"is shorter than {limit}", text, $"write at least {limit}");
            return null;
        }

        if (duration > _longest)
        {
            reader.Reject(key, "is longer than 32d, the most that Azure Monitor answers", text, "write a shorter duration");
            return null;
        }

        return duration;
    }
}
