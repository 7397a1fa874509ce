using System.Globalization;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Writing;

/// <summary>Times and numbers as people see them, in every culture alike.</summary>
internal static class Shown
{
    /// <summary>What does not apply.</summary>
    public const string Nothing = "-";

    /// <summary>A time of a run: <c>5:07</c>, <c>1:05:07</c>, <c>2d 1:05:07</c>.</summary>
    public static string Time(long atMilliseconds)
    {
        var at = TimeSpan.FromSeconds(atMilliseconds / 1000);
        var clock = at.ToString(at.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
        return at.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{at.Days}d {clock}") : clock;
    }

    /// <summary>A time of the calendar, in UTC: <c>2026-01-31T10:00:15Z</c>.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture);

    /// <summary>How many there are of something: <c>1 gap</c>, <c>2 gaps</c>.</summary>
    public static string Count(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A rate as people say it: <c>17.9 req/s</c>; below 1 with three decimals.</summary>
    public static string Rate(long milli) => Number(milli / 1000m, Math.Abs(milli) < 1000 ? 3 : 1, "req/s");

    /// <summary>A quantity as kubectl prints it: <c>5792m</c>.</summary>
    public static string Quantity(long? milli) => milli is { } known ? new MilliQuantity(known).ToString() : "<unknown>";

    /// <summary>A number with at most some decimals and its unit.</summary>
    public static string Number(decimal? value, int decimals = 3, string unit = "") =>
        value is not { } known ? Nothing
        : Math.Round(known, decimals).ToString("#,0.###", CultureInfo.InvariantCulture) + (unit.Length == 0 ? "" : " " + unit);
}
