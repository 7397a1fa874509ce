namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>
/// A cron schedule of five fields as KEDA's parser reads it (robfig/cron v3.0.1, parser.go, spec.go): a day matches both its fields
/// where one is a star, else either; a time that the clock skips in spring does not fire.
/// </summary>
public sealed class CronSchedule
{
    // Beyond them the library gives up.
    private const int SearchedYears = 5;

    // The year before the last one that there are times in.
    private const int LastYear = 9998;
    private const int Fields = 5;

    private readonly CronField _minute;
    private readonly CronField _hour;
    private readonly CronField _dayOfMonth;
    private readonly CronField _month;
    private readonly CronField _dayOfWeek;
    private readonly TimeZoneInfo? _ownZone;

    private CronSchedule(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek, TimeZoneInfo? ownZone) =>
        (_minute, _hour, _dayOfMonth, _month, _dayOfWeek, _ownZone) = (minute, hour, dayOfMonth, month, dayOfWeek, ownZone);

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">Minute, hour, day of month, month, day of week; before them perhaps <c>TZ=</c> or <c>CRON_TZ=</c> and a time zone.</param>
    /// <param name="error">The parser's words; null when it is right.</param>
    /// <returns>Null with an error.</returns>
    public static CronSchedule? Parse(string text, out string? error)
    {
        error = text.Length == 0 ? "empty spec string" : null;
        TimeZoneInfo? zone = null;
        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            var (name, rest) = (text[(text.IndexOf('=') + 1)..], text.IndexOf(' '));
            if (rest < 0)
            {
                // The library looks for the blank without checking that there is one, and breaks down.
                error = "runtime error: slice bounds out of range [:-1]";
                return null;
            }

            name = text[(text.IndexOf('=') + 1)..rest];
            zone = IanaTimeZone.Find(name, out var reason);
            error = reason is null ? null : $"provided bad location {name}: {reason}";
            text = text[rest..].Trim();
        }

        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        error ??= text.StartsWith('@') ? $"parser does not accept descriptors: {text}"
            : fields.Length != Fields
                ? FormattableString.Invariant($"expected exactly {Fields} fields, found {fields.Length}: [{string.Join(' ', fields)}]")
            : null;
        if (error is not null)
        {
            return null;
        }

        var problem = (string?)null;
        var schedule = new CronSchedule(
            Field(0, CronField.Minutes), Field(1, CronField.Hours), Field(2, CronField.DaysOfMonth),
            Field(3, CronField.Months), Field(4, CronField.DaysOfWeek), zone);
        error = problem;
        return error is null ? schedule : null;

        CronField Field(int place, CronBounds bounds) => problem is null ? CronField.Parse(fields[place], bounds, out problem) : default;
    }

    /// <summary>The next firing strictly after a time; null when there is none within five years.</summary>
    /// <param name="after">The time.</param>
    /// <param name="zone">The time zone, unless the schedule brings its own.</param>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var time = ZonedTime.At(after, _ownZone ?? zone).NextSecond();
        var (lastYear, isReset) = (Math.Min(time.Year + SearchedYears, LastYear), false);
        while (time.Year <= lastYear)
        {
            if (ToMonth(ref time, ref isReset) && ToDay(ref time, ref isReset) && ToHour(ref time, ref isReset) && ToMinute(ref time, ref isReset))
            {
                return time.Instant;
            }
        }

        return null;
    }

    // Each of these goes on to the next value that matches, with the smaller fields set to their beginning the first time that one is
    // moved; false where that began a larger field anew, which is then looked at again.
    private bool ToMonth(ref ZonedTime time, ref bool isReset)
    {
        while (!_month.Matches(time.Month))
        {
            time = (isReset ? time : time.FirstOfMonth()).PlusMonth();
            isReset = true;
            if (time.Month == 1)
            {
                return false;
            }
        }

        return true;
    }

    private bool ToDay(ref ZonedTime time, ref bool isReset)
    {
        while (!DayMatches(time.Day, (int)time.DayOfWeek))
        {
            time = (isReset ? time : time.Midnight()).PlusDay();
            isReset = true;
            if (time.Day == 1)
            {
                return false;
            }
        }

        return true;
    }

    private bool ToHour(ref ZonedTime time, ref bool isReset)
    {
        while (!_hour.Matches(time.Hour))
        {
            time = (isReset ? time : time.WholeHour()).PlusHours(1);
            isReset = true;
            if (time.Hour == 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool ToMinute(ref ZonedTime time, ref bool isReset)
    {
        while (!_minute.Matches(time.Minute))
        {
            time = time.NextMinute();
            isReset = true;
            if (time.Minute == 0)
            {
                return false;
            }
        }

        if (time.Second == 0)
        {
            return true;
        }

        time = time.NextMinute();
        isReset = true;
        return false;
    }

    /// <summary>Whether the schedule names a local time, whatever the clock does on that day.</summary>
    /// <param name="local">The local time; its seconds are left out.</param>
    public bool Names(DateTime local) => _month.Matches(local.Month) && DayMatches(local.Day, (int)local.DayOfWeek)
        && _hour.Matches(local.Hour) && _minute.Matches(local.Minute);

    /// <summary>The time zone that the schedule brings with it.</summary>
    /// <value>Null: none.</value>
    public TimeZoneInfo? OwnZone => _ownZone;

    private bool DayMatches(int dayOfMonth, int dayOfWeek) => _dayOfMonth.IsStar || _dayOfWeek.IsStar
        ? _dayOfMonth.Matches(dayOfMonth) && _dayOfWeek.Matches(dayOfWeek)
        : _dayOfMonth.Matches(dayOfMonth) || _dayOfWeek.Matches(dayOfWeek);
}
