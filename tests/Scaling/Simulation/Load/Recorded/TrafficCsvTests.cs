using System.Globalization;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Load.Recorded.Csv;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

public sealed class TrafficCsvTests
{
    [Fact]
    public void Read_TimesAndRates_HoldUntilTheNextRowAndTheLastAsLongAsTheOneBefore()
    {
        var recording = Read("0,30\n60,150.5\n120,0\n");

        Assert.Equal([(0, 30_000), (60_000, 150_500), (120_000, 0)], Steps(recording));
        Assert.Equal(TimeSpan.FromMinutes(3), recording.Duration);
        Assert.Equal(3, recording.Rows);
        Assert.Null(recording.ThinnedTo);
    }

    [Theory]
    [InlineData("time,rate\n0,1\n15,2\n", "a header")]
    [InlineData("\uFEFF0,1\n15,2\n", "a byte order mark")]
    [InlineData("\uFEFFtime,rate\r\n0,1\r\n15,2\r\n", "a byte order mark, a header and CRLF")]
    [InlineData("0,1\n15,2", "no line break at the end")]
    [InlineData("0,1\n15,2\n\n\r\n", "empty lines at the end")]
    [InlineData("0;1\n15;2\n", "semicolons")]
    [InlineData("0\t1\n15\t2\n", "tabs")]
    [InlineData(" \"0\" , \"1\"\n \"15\",2\n", "quotes and blanks")]
    [InlineData("host,value,timestamp\n\"a,b\",1,0\nb,2,15\n", "columns by name")]
    [InlineData("rate,time\n1,0\n2,15\n", "two columns by name")]
    [InlineData("pods,time\n1,0\n2,15\n", "two columns of which one is named")]
    [InlineData("\"Time\",\"{job=\"\"a\"\", pod=\"\"b\"\"}\"\n0,1\n15,2\n", "quotes and separators within quotes, as Grafana writes them")]
    [InlineData("time,rate\n0,1,\n15,2,\n", "a separator at the end")]
    [InlineData("1767225600,1\n1767225615,2\n", "Unix times")]
    [InlineData("1767225600000,1\n1767225615000,2\n", "Unix times in milliseconds")]
    [InlineData("2026-01-01T00:00:00Z,1\n2026-01-01T01:00:15+01:00,2\n", "dates")]
    [InlineData("2026-01-01 00:00:00,1e0\n2026-01-01 00:00:15,2.0004\n", "dates with a blank")]
    [InlineData("sep=,\r\n\"Time\",\"req/s\"\r\n2026-01-01 00:00:00,1\r\n2026-01-01 00:00:15,2\r\n", "as Grafana writes it for Excel")]
    [InlineData("\uFEFFsep=;\n\"Time, UTC\";\"a\"\n0;1\n15;2\n", "a separator by name")]
    [InlineData("SEP=\t\n0\t1\n15\t2\n", "a tab by name")]
    public void Read_OtherFormsOfTheSame_IsTheSame(string csv, string form)
    {
        var recording = Read(csv);

        Assert.True(recording.IsValid, form);
        Assert.Equal([(0, 1000), (15_000, 2000)], Steps(recording));
    }

    [Theory]
    [InlineData("0,1\n15,-2\n", "2:4: the load is negative (got -2); write requests per second, a number from 0 to 100000 with a decimal point")]
    [InlineData("0,1\n15,NaN\n", "2:4: the load is NaN (got NaN); complete the recording, or choose what gaps mean")]
    [InlineData("0,1\n15,Infinity\n", "2:4: the load is above 100000 (got Infinity); write requests per second, a number from 0 to 100000 with a decimal point, or say what it is with --unit (req/s, req/min, req/h, count or counter)")]
    [InlineData("0,1\n15,two\n", "2:4: the load is not a number (got two); write requests per second, a number from 0 to 100000 with a decimal point")]
    [InlineData("0,1\n15,null\n", "2:4: the load is missing (got null); complete the recording, or choose what gaps mean")]
    [InlineData("0,1\n15,undefined\n", "2:4: the load is missing (got undefined); complete the recording, or choose what gaps mean")]
    [InlineData("0,1\n15,41.904 req/s\n", "2:4: the load has a unit (got 41.904 req/s); write the number alone, in requests per second; in the inspector of a Grafana panel, switch off \"Formatted data\"")]
    [InlineData("0,1\n15,1.2K\n", "2:4: the load has a unit (got 1.2K); write the number alone, in requests per second; in the inspector of a Grafana panel, switch off \"Formatted data\"")]
    [InlineData("sep=|\n0|1\n", "1:5: the separator is not one that is read (got |); separate the columns with commas, semicolons or tabs")]
    [InlineData("sep=\n0,1\n", "1:5: the separator is not one that is read (got ); separate the columns with commas, semicolons or tabs")]
    [InlineData("0;1\n15;2,5\n", "2:4: the load is not a number (got 2,5); write requests per second, a number from 0 to 100000 with a decimal point")]
    [InlineData("0,1\n15,\n", "2:4: the load is missing (got ); complete the recording, or choose what gaps mean")]
    [InlineData("0,1\n\n15,2\n", "2:1: the line is empty, and rows come after it (got ); remove it, or write a time and a load")]
    [InlineData("0,1\n15\n", "2:3: the line has too few columns (got 15); write a time and a load, or an empty load with --gaps")]
    [InlineData("0,1\n30,2\n15,3\n", "3:1: the time is before that of the row above (got 15); sort the rows by time, and keep one for each")]
    [InlineData("0,1\n30,2\n30,3\n", "3:1: the time is there twice (got 30); sort the rows by time, and keep one for each")]
    [InlineData("0,1\nnoon,2\n", "2:1: the time is not one (got noon); write seconds such as 15, a Unix time, or a date such as 2026-01-31T10:00:15Z")]
    [InlineData("0,1\n2026-01-01T00:00:00Z,2\n", "2:1: the time is a date, and those before are numbers (got 2026-01-01T00:00:00Z); write all times in the same way")]
    [InlineData("0,1\n32000000,2\n", "2:1: the time is more than 366d after the first, the longest run (got 32000000); cut the recording")]
    [InlineData("0,1\n15,1\n30,1\n45,1\n90,1\n", "5:1: rows are missing: it comes 45s after the row above, and those before were 15s apart (got 90); complete the recording, or choose what gaps mean")]
    [InlineData("time,rate\n0,1,000\n15,2\n", "2:5: the line has more cells than the first one (got 0,1,000); write numbers with a decimal point and without separators of thousands")]
    [InlineData("0,1\n15,2,5\n", "2:6: the line has more cells than the first one (got 15,2,5); write numbers with a decimal point and without separators of thousands")]
    [InlineData("a,b,c\n0,1,2\n", "1:1: the line has more than two columns and does not name them (got a,b,c); write time,rate on each line; more columns need a header with the names time and rate")]
    [InlineData("0\n15\n", "1:1: the line has one column (got 0); write time,rate on each line; more columns need a header with the names time and rate")]
    [InlineData("time,rate\n", "2:1: there are no rows (got the end of the file); write at least two rows of a time and a load")]
    [InlineData("", "1:1: there are no rows (got the end of the file); write at least two rows of a time and a load")]
    [InlineData("0,1\n", "2:1: there is one row only, which says nothing of how long it lasts (got the end of the file); write at least two rows of a time and a load")]
    public void Read_BadInput_SaysWhereAndWhat(string csv, string message) => Assert.Equal(message, Message(Read(csv)));

    [Fact]
    public void Read_LineWithoutEnd_IsRefusedWithoutReadingAllOfIt()
    {
        using var endless = new RepeatingText("7", long.MaxValue);

        var error = TrafficCsv.Read(endless).Error!;

        Assert.Equal((1, 65_537, "the line is longer than 65536 characters"), (error.Line, error.Column, error.Wrong));
        Assert.InRange(endless.CharactersRead, 1, 1 << 20);
    }

    [Theory]
    [InlineData(GapRule.Hold, 0, 1000, 60_000, 3000)]
    [InlineData(GapRule.Zero, 0, 1000, 60_000, 3000, 75_000, 0, 120_000, 3000)]
    public void Read_MissingRows_AreFilledAsChosen(GapRule gaps, params int[] steps)
    {
        var recording = Read("0,1\n15,1\n30,1\n45,1\n60,3\n120,3\n", gaps);

        Assert.Equal(steps, Steps(recording).SelectMany(step => new[] { (int)step.At, (int)step.Milli }));
        Assert.Equal(1, recording.FilledGaps);
        Assert.Equal(TimeSpan.FromSeconds(135), recording.Duration);
    }

    [Theory]
    [InlineData(GapRule.Hold, 0, 0, 15_000, 1000, 45_000, 2000)]
    [InlineData(GapRule.Zero, 0, 0, 15_000, 1000, 30_000, 0, 45_000, 2000)]
    public void Read_MissingLoads_AreFilledAsChosen(GapRule gaps, params int[] steps)
    {
        var recording = Read("0,\n15,1\n30,NaN\n45,2\n", gaps);

        Assert.Equal(steps, Steps(recording).SelectMany(step => new[] { (int)step.At, (int)step.Milli }));
        Assert.Equal(2, recording.FilledGaps);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("")]
    public void Read_NoValueInWords_IsFilledAsChosen(string nothing)
    {
        var recording = Read($"0,1\n15,{nothing}\n30,2\n", GapRule.Zero);

        Assert.Equal([(0, 1000), (15_000, 0), (30_000, 2000)], Steps(recording));
        Assert.Equal(1, recording.FilledGaps);
    }

    [Theory]
    [InlineData("0,1\n15,2\n", null)]
    [InlineData("20000000,1\n20000015,2\n", null)]
    [InlineData("1767225600,1\n1767225615,2\n", "2026-01-01T00:00:00Z")]
    [InlineData("1767225600000,1\n1767225615000,2\n", "2026-01-01T00:00:00Z")]
    [InlineData("1970-01-01T01:00:00+01:00,1\n1970-01-01T00:00:15Z,2\n", "1970-01-01T00:00:00Z")]
    public void Read_TimesOfTheCalendar_AreKept(string csv, string? start) => Assert.Equal(
        start is null ? null : DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), Read(csv).Start);

    [Fact]
    public void Read_MoreRowsThanAreKept_ThinsThemWithoutLosingARequest()
    {
        const int Rows = 5000;
        var csv = string.Join('\n', Enumerable.Range(0, Rows).Select(row => FormattableString.Invariant($"{row},{row * 7919 % 101}")));

        var whole = Read(csv);
        var thinned = TrafficCsv.Read(new StringReader(csv), new RecordingReading { MostSteps = 100 });

        Assert.InRange(thinned.Traffic!.Steps.Length, 20, 100);
        Assert.Equal(Rows, thinned.Rows);
        Assert.Equal(whole.Duration, thinned.Duration);
        Assert.InRange(thinned.ThinnedTo!.Value, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(200));
        // What rounding leaves over is below a thousandth of a request per second in one stretch.
        Assert.InRange(Requests(whole) - Requests(thinned), 0, 0.001m * (decimal)thinned.ThinnedTo.Value.TotalSeconds);
    }

    [Fact]
    public void Read_FewChangesInALongTime_KeepsThemAll()
    {
        var recording = TrafficCsv.Read(new StringReader("0,1\n100000,2\n20000000,3\n"), new RecordingReading { MostSteps = 5 });

        Assert.Equal([(0, 1000), (100_000_000, 2000), (20_000_000_000, 3000)], Steps(recording));
        Assert.Null(recording.ThinnedTo);
    }

    [Fact]
    public void Read_TenMillionRows_HoldsNoMoreThanAMillion()
    {
        const long Rows = 10_000_000;
        using var text = new CountingRows(Rows);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var recording = TrafficCsv.Read(text);

        Assert.Equal(Rows, recording.Rows);
        Assert.InRange(recording.Traffic!.Steps.Length, 100_000, 1_000_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250_000_000);
    }

    [Fact]
    public void Read_Cancelled_Throws() => Assert.Throws<OperationCanceledException>(
        () => TrafficCsv.Read(new StringReader("0,1\n15,2\n"), cancellationToken: new CancellationToken(canceled: true)));

    private static TrafficRecording Read(string csv, GapRule gaps = GapRule.Refuse) => TrafficCsv.Read(new StringReader(csv), new RecordingReading { Gaps = gaps });

    private static IEnumerable<(long At, long Milli)> Steps(TrafficRecording recording) =>
        recording.Traffic!.Steps.ToArray().Select(step => (step.AtMilliseconds, step.MilliRequestsPerSecond));

    private static string Message(TrafficRecording recording) => recording.Error is { } error
        ? FormattableString.Invariant($"{error.Line}:{error.Column}: {error.Wrong} (got {error.Got}); {error.Right}")
        : "none";

    private static decimal Requests(TrafficRecording recording)
    {
        var steps = recording.Traffic!.Steps.ToArray();
        var ends = steps.Skip(1).Select(step => step.AtMilliseconds).Append((long)recording.Duration.TotalMilliseconds);
        return steps.Zip(ends, (step, end) => (end - step.AtMilliseconds) * (decimal)step.MilliRequestsPerSecond / 1_000_000).Sum();
    }
}
