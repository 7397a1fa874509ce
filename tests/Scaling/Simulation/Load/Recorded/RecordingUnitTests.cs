using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Load.Recorded.Csv;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

public sealed class RecordingUnitTests
{
    private const string Question = "The load is whole numbers that never fall, read as requests per second: is it a counter? Then --unit counter.";

    [Theory]
    [InlineData("time,requests_per_minute\n0,60\n60,90\n120,30\n", null, "By its name, column requests_per_minute is in requests per minute (--unit).", 1000, 1500, 500)]
    [InlineData("time,requests_per_hour\n0,3600\n60,7200\n", null, "By its name, column requests_per_hour is in requests per hour (--unit).", 1000, 2000)]
    [InlineData("time,hits\n0,60\n60,90\n120,30\n", null, "By its name, column hits counts requests, which are divided by the time until the next row (--unit).", 1000, 1500, 500)]
    [InlineData("time,requests_per_minute\n0,60\n60,90\n120,30\n", LoadUnit.PerSecond, null, 60_000, 90_000, 30_000)]
    [InlineData("time,duration_ms\n0,60\n60,30\n", LoadUnit.PerMinute, null, 1000, 500)]
    [InlineData("0,60\n60,90\n120,30\n", LoadUnit.Count, null, 1000, 1500, 500)]
    [InlineData("0,60\n30,90\n120,30\n", LoadUnit.Count, null, 2000, 1000, 333)]
    [InlineData("0,100\n60,160\n120,160\n180,280\n", LoadUnit.Counter, null, 1000, 0, 2000)]
    [InlineData("0,100\n60,160\n120,60\n180,120\n", LoadUnit.Counter, null, 1000)]
    [InlineData("time,requests_total\n0,100\n60,160\n120,280\n", null, "By its name, column requests_total is a counter, whose increase is the load (--unit).", 1000, 2000)]
    public void Read_Unit_IsThatOfTheOptionElseOfTheName(string csv, LoadUnit? unit, string? note, params int[] milli)
    {
        var recording = Read(csv, unit);

        Assert.Equal(milli, Milli(recording));
        Assert.Equal(note is null ? [] : [note], recording.Notes);
    }

    [Fact]
    public void Read_Counter_EndsWithItsLastValue()
    {
        Assert.Equal(TimeSpan.FromMinutes(3), Read("0,100\n60,160\n120,160\n180,280\n", LoadUnit.Counter).Duration);
        Assert.Equal(TimeSpan.FromMinutes(4), Read("0,100\n60,160\n120,160\n180,280\n", LoadUnit.Count).Duration);
    }

    [Theory]
    [InlineData("time,requests_total\n0,100\n60,160\n120,150\n", "4:5: by its name, column requests_total is a counter, and it falls here from 160 (got 150); say what it is: --unit counter (restarted here), --unit count (requests in each row) or --unit req/s")]
    [InlineData("time,latency_ms\n0,100\n60,160\n", "1:1: by its name, column latency_ms is a time in milliseconds and no load (got latency_ms); take the column of the requests, or say what this one is with --unit (req/s, req/min, req/h, count or counter)")]
    [InlineData("index,requests\n0,100\n1,160\n", "2:1: the times are numbers of rows, by the name \"index\" of their column (got 0); write the time of each row, such as its seconds, under the name time")]
    [InlineData(",requests\n1,100\n2,160\n", "2:1: the times are numbers of rows, by the name \"\" of their column (got 1); write the time of each row, such as its seconds, under the name time")]
    [InlineData("time,hits\n0,600000000\n60,1\n", "2:3: the load is above 100000 requests per second (got 600000000); write requests per second, a number from 0 to 100000 with a decimal point")]
    public void Read_WhatIsNoLoad_IsRefused(string csv, string message) => Assert.Equal(message, Message(Read(csv, null)));

    [Theory]
    [InlineData("0,1\n60,2\n120,3\n", true, "whole numbers that rise")]
    [InlineData("0,1\n60,2\n120,2\n", true, "that stay for a while")]
    [InlineData("0,1\n60,2.5\n120,3\n", false, "a fraction")]
    [InlineData("0,1\n60,3\n120,2\n", false, "a fall")]
    [InlineData("0,2\n60,2\n120,2\n", false, "no rise")]
    [InlineData("0,1\n60,2\n", false, "two rows say nothing")]
    [InlineData("time,rps\n0,1\n60,2\n120,3\n", false, "a name that says the unit")]
    public void Read_WholeNumbersThatNeverFall_AreARateWithAQuestion(string csv, bool isAsked, string why)
    {
        var recording = Read(csv, null);

        Assert.Equal(1000 * int.Parse(csv.Split('\n')[csv.StartsWith("time", StringComparison.Ordinal) ? 1 : 0].Split(',')[1], System.Globalization.CultureInfo.InvariantCulture), Milli(recording)[0]);
        Assert.True(recording.Notes.Contains(Question) == isAsked, why);
    }

    [Theory]
    [InlineData("0,3\n1,1\n2,2\n", true)]
    [InlineData("time,rate\n1,3\n2,1\n3,2\n", true)]
    [InlineData("seconds,rate\n0,3\n1,1\n2,2\n", false)]
    [InlineData("0,3\n1,1\n3,2\n", false)]
    [InlineData("0,3\n15,1\n30,2\n", false)]
    public void Read_TimesThatCount_AreSecondsWithAQuestion(string csv, bool isAsked) => Assert.Equal(
        isAsked ? ["The times count 0, 1, 2, ... and are read as seconds: are they numbers of rows? Then write the time of each row."] : [],
        Read(csv, null).Notes);

    [Theory]
    [InlineData("minute,rate\n0,1.5\n5,2\n", 10)]
    [InlineData("hours,rate\n0,1.5\n1,2\n", 120)]
    [InlineData("ms,rate\n0,1.5\n60000,2\n", 2)]
    [InlineData("minute,rate\n2026-01-01 00:00:00,1.5\n2026-01-01 00:01:00,2\n", 2)]
    public void Read_TimesInAnotherUnit_AreOfThatUnitByTheirName(string csv, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Read(csv, null).Duration);

    private static TrafficRecording Read(string csv, LoadUnit? unit) => TrafficCsv.Read(new StringReader(csv), new RecordingReading { Unit = unit });

    private static int[] Milli(TrafficRecording recording) => [.. recording.Traffic!.Steps.ToArray().Select(step => (int)step.MilliRequestsPerSecond)];

    private static string Message(TrafficRecording recording) => recording.Error is { } error
        ? FormattableString.Invariant($"{error.Line}:{error.Column}: {error.Wrong} (got {error.Got}); {error.Right}")
        : "none";
}
