using KedaStack.Scaling.Quantities;

namespace KedaStack.Reports.Charts;

/// <summary>Round times for an axis.</summary>
internal static class TimeScale
{
    private static readonly TimeSpan[] _steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 7, 14, 28, 56, 112 }.Select(days => TimeSpan.FromDays(days)),
    ];

    /// <summary>Times from 0 to a duration, equally far apart.</summary>
    /// <param name="duration">The last possible time; above 0.</param>
    /// <param name="most">About how many; 2 or more.</param>
    public static IEnumerable<TimeSpan> Ticks(TimeSpan duration, int most)
    {
        var step = _steps.FirstOrDefault(step => duration <= step * most, _steps[^1]);
        for (var at = TimeSpan.Zero; at <= duration; at += step)
        {
            yield return at;
        }
    }

    /// <summary>A tick as a text: <c>0</c>, <c>10m</c>, <c>1h30m</c>.</summary>
    public static string Label(TimeSpan at) => at == TimeSpan.Zero ? "0" : PrometheusDuration.Format(at);
}
