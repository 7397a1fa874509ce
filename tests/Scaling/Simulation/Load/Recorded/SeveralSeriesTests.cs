using System.Text;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Load.Recorded.Csv;
using KedaStack.Scaling.Simulation.Load.Recorded.Json;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

public sealed class SeveralSeriesTests
{
    [Theory]
    [InlineData("Time,{pod=a},{pod=b}\n0,1,2\n60,3,4\n", "1:1: 2 columns may be the load (got {pod=a},{pod=b}); add them up with --sum, add the series up in the query, or name one of them rate")]
    [InlineData("Series;Time;Value\ns1;0;1\ns1;60;2\ns2;0;3\ns2;60;4\n", "4:1: the rows are of several series: column Series was \"s1\" before (got s2); add them up with --sum, add the series up in the query, or keep the rows of one")]
    [InlineData("time,pod,value\n0,a,1\n0,b,2\n", "3:3: the rows are of several series: column pod was \"a\" before (got b); add them up with --sum, add the series up in the query, or keep the rows of one")]
    [InlineData("time,pod,value\n60,a,1\n0,a,2\n", "3:1: the time is before that of the row above (got 0); sort the rows by time, and keep one for each")]
    public void Read_SeveralSeries_AreNamedWithWhatToDo(string csv, string message)
    {
        var error = TrafficCsv.Read(new StringReader(csv)).Error!;

        Assert.Equal(message, FormattableString.Invariant($"{error.Line}:{error.Column}: {error.Wrong} (got {error.Got}); {error.Right}"));
    }

    [Theory]
    [InlineData("Time,{pod=a},{pod=b}\n0,1,2\n60,3,4\n", 3000, 7000)]
    [InlineData("Time,{pod=a},{pod=b}\n0,1,\n60,3,4\n", 1000, 7000)]
    [InlineData("Series;Time;Value\ns1;0;1\ns1;60;3\ns2;0;2\ns2;60;4\n", 3000, 7000)]
    [InlineData("time,pod,value\n0,a,1\n0,b,2\n60,a,3\n60,b,4\n", 3000, 7000)]
    [InlineData("Time,a_total,b_total\n0,100,50\n60,160,110\n120,220,\n180,280,60\n", 2000, 1000, 2000)]
    [InlineData("time,pod,requests_total\n0,a,100\n0,b,50\n60,a,160\n60,b,110\n120,a,220\n120,b,170\n", 2000)]
    public void Read_Summed_IsTheirSum(string csv, params int[] milli)
    {
        var recording = TrafficCsv.Read(new StringReader(csv), new RecordingReading { IsSummed = true });

        Assert.Null(recording.Error);
        Assert.Equal(milli, recording.Traffic!.Steps.ToArray().Select(step => (int)step.MilliRequestsPerSecond));
        Assert.Contains(recording.Notes, note => note.EndsWith("added up (--sum).", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SummedJson_IsTheSumOfItsSeries()
    {
        const string Json = """{"data":{"result":[{"metric":{},"values":[[0,"1"],[60,"3"]]},{"metric":{},"values":[[0,"2"],[60,"4"]]}]}}""";

        var recording = TrafficJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(Json)), new RecordingReading { IsSummed = true });

        Assert.Equal([3000, 7000], recording.Traffic!.Steps.ToArray().Select(step => step.MilliRequestsPerSecond));
        Assert.Equal(["2 series are added up (--sum)."], recording.Notes);
    }

    [Fact]
    public void Read_ColumnsOfDifferentUnits_AreNotAddedUp() => Assert.Equal(
        "by their names, the columns have different units",
        TrafficCsv.Read(new StringReader("time,a_total,requests_per_minute\n0,1,2\n"), new RecordingReading { IsSummed = true }).Error!.Wrong);

    [Fact]
    public void Read_DateAndTime_AreOneTime()
    {
        var recording = TrafficCsv.Read(new StringReader("date,time,requests\n2026-01-01,23:59:00,1.5\n2026-01-02,00:00:00,2\n"));

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 23, 59, 0, TimeSpan.Zero), recording.Start);
        Assert.Equal(TimeSpan.FromMinutes(2), recording.Duration);
    }
}
