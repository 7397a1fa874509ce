using System.Globalization;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Tests.Scaling.Keda.Triggers;

/// <summary>Cron triggers: the parser's words, the rule of the window, and what the clock's changes do to it.</summary>
public sealed class CronTests
{
    [Theory]
    [InlineData("0 0 8 * * *", "expected exactly 5 fields, found 6: [0 0 8 * * *]")]
    [InlineData("* * * * 7", "end of range (7) above maximum (6): 7")]
    [InlineData("foo * * * *", "failed to parse int from foo: strconv.Atoi: parsing \"foo\": invalid syntax")]
    [InlineData("@daily", "parser does not accept descriptors: @daily")]
    [InlineData("5-1 * * * *", "beginning of range (5) beyond end of range (1): 5-1")]
    [InlineData("", "empty spec string")]
    [InlineData("1-2-3 * * * *", "too many hyphens: 1-2-3")]
    [InlineData("*/2/3 * * * *", "too many slashes: */2/3")]
    [InlineData("* * 0 * *", "beginning of range (0) below minimum (1): 0")]
    [InlineData("*/0 * * * *", "step of range should be a positive number: */0")]
    [InlineData("*/x * * * *", "failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax")]
    [InlineData("*/-2 * * * *", "negative number (-2) not allowed: -2")]
    [InlineData("99999999999999999999 * * * *", "failed to parse int from 99999999999999999999: strconv.Atoi: parsing \"99999999999999999999\": value out of range")]
    [InlineData("TZ=Nowhere * * * * *", "provided bad location Nowhere: unknown time zone Nowhere")]
    [InlineData("TZ=UTC", "runtime error: slice bounds out of range [:-1]")]
    public void Parse_Wrong_SaysWhatTheParserSays(string schedule, string error)
    {
        Assert.Null(CronSchedule.Parse(schedule, out var actual));
        Assert.Equal(error, actual);
    }

    [Theory]
    [InlineData("0 8 1 * 1", "2026-11-29T12:00Z", "2026-11-30T08:00Z")] // the 1st or a Monday
    [InlineData("0 8 */2 * 1", "2026-11-30T09:00Z", "2026-12-01T08:00Z")] // a step takes the star away, so either day
    [InlineData("0 8 ? * MON", "2026-11-29T12:00Z", "2026-11-30T08:00Z")]
    [InlineData("0 8 * jan-Feb *", "2026-11-29T12:00Z", "2027-01-01T08:00Z")]
    [InlineData("20/15 * * * *", "2026-11-29T12:36Z", "2026-11-29T12:50Z")] // N/step goes to the end
    [InlineData("1,,3 * * * *", "2026-11-29T12:01Z", "2026-11-29T12:03Z")]
    [InlineData("0 0 29 2 *", "2026-11-29T12:00Z", "2028-02-29T00:00Z")]
    [InlineData("0 0 30 2 *", "2026-11-29T12:00Z", null)]
    [InlineData("* * * * *", "2026-11-29T12:00:30.5Z", "2026-11-29T12:01Z")]
    [InlineData("0 12 * * *", "2026-11-29T11:59:59.999Z", "2026-11-29T12:00Z")]
    [InlineData("0 12 * * *", "2026-11-29T12:00Z", "2026-11-30T12:00Z")]
    [InlineData("TZ=Asia/Kolkata 30 5 * * *", "2026-11-29T12:00Z", "2026-11-30T00:00Z")]
    [InlineData("CRON_TZ=Europe/Berlin 0 1 * * *", "2026-11-29T12:00Z", "2026-11-30T00:00Z")]
    public void Next_Utc_IsTheNextFiring(string schedule, string after, string? expected)
    {
        var next = CronSchedule.Parse(schedule, out _)!.Next(Time(after), TimeZoneInfo.Utc);

        Assert.Equal(expected is null ? null : Time(expected), next);
    }

    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00Z", "2026-03-30T00:30Z")] // 02:30 does not exist on the 29th
    [InlineData("30 2 * * *", "2026-10-24T12:00Z", "2026-10-25T00:30Z")] // 02:30 comes twice on the 25th
    [InlineData("30 2 * * *", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    [InlineData("0 3 * * *", "2026-03-28T12:00Z", "2026-03-29T01:00Z")]
    public void Next_ClockChange_FiresAsTheLibraryDoes(string schedule, string after, string expected) => Assert.Equal(
        Time(expected), CronSchedule.Parse(schedule, out _)!.Next(Time(after), Zone("Europe/Berlin")));

    [Theory]
    [InlineData("2026-11-30T08:00:00Z", true)]
    [InlineData("2026-11-30T07:59:59Z", false)]
    [InlineData("2026-11-30T17:59:59Z", true)]
    [InlineData("2026-11-30T18:00:00Z", false)]
    [InlineData("2026-11-28T12:00:00Z", false)]
    public void Window_WorkingHours_IsOpenFromStartToEnd(string at, bool isOpen) =>
        Assert.Equal(isOpen, IsOpen("Etc/UTC", "0 8 * * 1-5", "0 18 * * 1-5", at));

    [Theory]
    [InlineData("Australia/Melbourne", "0 6 * * 6", "0 10 * * 6", "2026-11-28T05:59:59+11:00", false)]
    [InlineData("Australia/Melbourne", "0 6 * * 6", "0 10 * * 6", "2026-11-28T06:00:00+11:00", true)]
    [InlineData("Australia/Melbourne", "0 6 * * 6", "0 10 * * 6", "2026-11-28T10:00:00+11:00", false)]
    [InlineData("UTC", "0 22 * * 1-5", "0 6 * * 1-5", "2026-11-29T12:00:00Z", true)] // all weekend
    [InlineData("UTC", "0 */2 * * *", "0 1-23/2 * * *", "2026-11-29T02:30:00Z", true)]
    [InlineData("UTC", "0 */2 * * *", "0 1-23/2 * * *", "2026-11-29T03:30:00Z", false)]
    [InlineData("UTC", "* 8-17 * * 1-5", "0 18 * * 1-5", "2026-11-26T12:00:00Z", false)] // start fires before end does
    [InlineData("UTC", "* 8-17 * * 1-5", "0 18 * * 1-5", "2026-11-26T17:59:30Z", true)]
    [InlineData("UTC", "0 0 30 2 *", "0 6 * * *", "2026-11-26T12:00:00Z", true)]
    [InlineData("UTC", "0 6 * * *", "0 0 30 2 *", "2026-11-26T12:00:00Z", false)]
    [InlineData("UTC", "0 6 * * *", "0 6 * * 1-5", "2026-11-29T12:00:00Z", true)] // both at once
    [InlineData("Europe/Berlin", "30 2 * * *", "0 6 * * *", "2026-03-28T02:30:00+01:00", true)]
    [InlineData("Europe/Berlin", "30 2 * * *", "0 6 * * *", "2026-03-28T06:00:00+01:00", true)] // 02:30 of the 29th is skipped ...
    [InlineData("Europe/Berlin", "30 2 * * *", "0 6 * * *", "2026-03-29T05:59:59+02:00", true)] // ... so this window stays open
    [InlineData("Europe/Berlin", "30 2 * * *", "0 6 * * *", "2026-03-29T06:00:00+02:00", false)]
    [InlineData("Europe/Berlin", "0 22 * * *", "30 2 * * *", "2026-03-28T23:00:00+01:00", false)] // a whole night is lost
    [InlineData("Europe/Berlin", "0 22 * * *", "30 2 * * *", "2026-03-29T23:00:00+02:00", true)]
    [InlineData("Europe/Berlin", "0 1 * * *", "30 2 * * *", "2026-10-25T00:59:59+02:00", false)]
    [InlineData("Europe/Berlin", "0 1 * * *", "30 2 * * *", "2026-10-25T01:00:00+02:00", true)]
    [InlineData("Europe/Berlin", "0 1 * * *", "30 2 * * *", "2026-10-25T02:29:59+02:00", true)]
    public void Window_AnySchedule_IsOpenWhenTheEndIsNext(string zone, string start, string end, string at, bool isOpen) =>
        Assert.Equal(isOpen, IsOpen(zone, start, end, at));

    [Theory]
    [InlineData("Etc/UTC", "0 8 * * 1-5", "0 18 * * 1-5", "2026-11-30T12:00Z", "2026-11-30T18:00Z")]
    [InlineData("Etc/UTC", "0 8 * * 1-5", "0 18 * * 1-5", "2026-11-28T12:00Z", "2026-11-30T08:00Z")]
    [InlineData("Europe/Berlin", "30 2 * * *", "0 6 * * *", "2026-03-28T06:00+01:00", "2026-03-29T06:00+02:00")]
    [InlineData("Etc/UTC", "* 8-17 * * 1-5", "0 18 * * 1-5", "2026-11-26T12:00Z", "2026-11-26T17:59Z")]
    [InlineData("Etc/UTC", "0 0 30 2 *", "0 6 * * *", "2026-11-26T12:00Z", null)]
    [InlineData("Etc/UTC", "0 6 * * *", "0 0 30 2 *", "2026-11-26T12:00Z", null)]
    [InlineData("Etc/UTC", "0 0 30 2 *", "0 1 1 1 *", "2026-11-26T12:00Z", null)] // firings once a year end before time does
    [InlineData("Etc/UTC", "0 0 29 2 *", "0 0 1 3 *", "2026-11-26T12:00Z", "2027-03-01T00:00Z")] // the next thing is the end
    [InlineData("Etc/UTC", "0 0 30 2 *", "0 1 1 1 *", "9997-11-26T12:00Z", null)]
    public void NextChange_AnySchedule_IsWhenTheWindowOpensOrCloses(string zone, string start, string end, string at, string? expected)
    {
        var change = CronWindow.NextChange(Trigger(zone, start, end), Zone(zone), Time(at));

        Assert.Equal(expected is null ? null : Time(expected), change);
    }

    [Theory]
    [InlineData("Europe/Berlin", null)]
    [InlineData("UTC", null)]
    [InlineData("", null)]
    [InlineData("W. Europe Standard Time", "unknown time zone W. Europe Standard Time")]
    [InlineData("Mars/Olympus", "unknown time zone Mars/Olympus")]
    [InlineData("../etc/passwd", "time: invalid location name")]
    public void Find_Name_OnlyWhatGoKnows(string name, string? error)
    {
        Assert.Equal(error is null, IanaTimeZone.Find(name, out var actual) is not null);
        Assert.Equal(error, actual);
    }

    [Theory]
    [InlineData("Europe/Berlin", "W. Europe Standard Time")]
    [InlineData("Asia/Calcutta", "India Standard Time")]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("W. Europe Standard Time", null)]
    [InlineData("Mars/Olympus", null)]
    public void NameOnWindows_OfAnIanaName_IsThatOfItsZone(string name, string? expected) => Assert.Equal(expected, IanaTimeZone.NameOnWindows(name));

    [Fact]
    public void Read_UnknownTimezone_FailsAtTheCheckOnly() => Assert.Equal(
        "unable to load timezone: unknown time zone Mars/Olympus",
        Trigger("Mars/Olympus", "0 8 * * *", "0 9 * * *").Read(DateTimeOffset.UnixEpoch).Error);

    private static bool IsOpen(string zone, string start, string end, string at) => Trigger(zone, start, end).Read(Time(at)).Value > 0;

    private static CronTrigger Trigger(string zone, string start, string end) => (CronTrigger)TriggerReader.Read(new TriggerDefinition
    {
        Type = "cron",
        Metadata = new Dictionary<string, string> { ["timezone"] = zone, ["start"] = start, ["end"] = end, ["desiredReplicas"] = "5" },
    }).Trigger!;

    private static TimeZoneInfo Zone(string name) => IanaTimeZone.Find(name, out _)!;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
