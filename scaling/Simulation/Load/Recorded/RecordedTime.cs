using System.Globalization;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>A time of a row, in milliseconds since some beginning.</summary>
/// <param name="Milliseconds">The time.</param>
/// <param name="IsDate">Whether it is a date rather than a number.</param>
internal readonly record struct RecordedTime(long Milliseconds, bool IsDate)
{
    /// <summary>What a time has to look like, for error messages.</summary>
    public const string Expected = "write seconds such as 15, a Unix time, or a date such as 2026-01-31T10:00:15Z";

    // In seconds it would be the year 5138: such a number is in milliseconds.
    private const double LeastMilliseconds = 1e11;
    private const double MostMilliseconds = 1e14;

    // The year 2001 as a Unix time; as a time since the beginning it would be far beyond the longest run.
    private const long LeastUnixMilliseconds = 1_000_000_000_000;

    /// <summary>The time as a clock on the wall showed it.</summary>
    /// <value>Null: it counts from a beginning that nobody knows.</value>
    public DateTimeOffset? WallClock =>
        IsDate || Milliseconds >= LeastUnixMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds) : null;

    /// <summary>
    /// Reads seconds (a Unix time is nothing else), a Unix time in milliseconds, or a date of ISO 8601, in UTC unless it says otherwise.
    /// </summary>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out RecordedTime time)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = Math.Abs(number) >= LeastMilliseconds ? number : number * 1000;
            var isTime = Math.Abs(milliseconds) <= MostMilliseconds;
            time = new(isTime ? (long)Math.Round(milliseconds) : 0, false);
            return isTime;
        }

        var isDate = text is [_, _, _, _, '-', _, _, '-', ..];
        isDate &= DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        time = new(isDate ? date.ToUnixTimeMilliseconds() : 0, true);
        return isDate;
    }

    /// <inheritdoc/>
    public override string ToString() => WallClock is { } wallClock
        ? wallClock.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture)
        : (Milliseconds / 1000m).ToString(CultureInfo.InvariantCulture);
}
