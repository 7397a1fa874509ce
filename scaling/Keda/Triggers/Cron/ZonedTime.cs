namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>
/// A whole second in a time zone, with Go's arithmetic: a local time that does not exist or exists twice becomes an instant as
/// time.Date makes it.
/// </summary>
internal readonly struct ZonedTime
{
    private readonly TimeZoneInfo _zone;
    private readonly DateTime _utc;
    private readonly DateTime _local;

    private ZonedTime(DateTime utc, TimeZoneInfo zone)
    {
        (_utc, _zone) = (utc, zone);
        _local = utc + zone.GetUtcOffset(utc);
    }

    public int Year => _local.Year;

    public int Month => _local.Month;

    public int Day => _local.Day;

    public DayOfWeek DayOfWeek => _local.DayOfWeek;

    public int Hour => _local.Hour;

    public int Minute => _local.Minute;

    public int Second => _local.Second;

    public DateTimeOffset Instant => new(_utc, TimeSpan.Zero);

    public static ZonedTime At(DateTimeOffset time, TimeZoneInfo zone) => new(time.UtcDateTime, zone);

    /// <summary>The next whole second.</summary>
    public ZonedTime NextSecond() =>
        new(_utc.AddTicks(TimeSpan.TicksPerSecond - (_utc.Ticks % TimeSpan.TicksPerSecond)), _zone);

    public ZonedTime FirstOfMonth() => Date(new DateTime(Year, Month, 1));

    public ZonedTime Midnight() => Date(_local.Date);

    public ZonedTime WholeHour() => Date(_local.Date.AddHours(Hour));

    /// <summary>The same day and time of the next month; only for the first of a month.</summary>
    public ZonedTime PlusMonth() => Date(_local.AddMonths(1));

    /// <summary>The same time of the next day; where that is not midnight because the clock changes, as near to midnight as hours go.</summary>
    public ZonedTime PlusDay()
    {
        var next = Date(_local.AddDays(1));
        return next.Hour == 0 ? next : next.PlusHours(next.Hour > 12 ? 24 - next.Hour : -next.Hour);
    }

    public ZonedTime PlusHours(int hours) => new(_utc.AddHours(hours), _zone);

    public ZonedTime NextMinute() =>
        new(_utc.AddTicks(TimeSpan.TicksPerMinute - (_utc.Ticks % TimeSpan.TicksPerMinute)), _zone);

    // time.Date looks up the offset twice: of the local time as if it were UTC, then of the instant that this gives.
    private ZonedTime Date(DateTime local)
    {
        var asUtc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var guess = asUtc - _zone.GetUtcOffset(asUtc);
        return new ZonedTime(asUtc - _zone.GetUtcOffset(guess), _zone);
    }
}
