using System.Text;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Load.Recorded.Json;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

public sealed class TrafficJsonTests
{
    [Theory]
    [InlineData("[[0,1],[15,2]]", "pairs")]
    [InlineData("[[0,\"1\"],[15,\"2\"]]", "pairs of texts")]
    [InlineData("\uFEFF[[0,1],\r\n[15,2]]\r\n", "a byte order mark and CRLF")]
    [InlineData("""[{"time":0,"rate":1,"series":"a"},{"rate":"2","time":15}]""", "objects")]
    [InlineData("""[{"timestamp":"2026-01-01T00:00:00Z","pod":{"x":[1]},"value":1},{"timestamp":"2026-01-01T00:00:15Z","value":2}]""", "other names and dates")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1767225600,"1"],[1767225615,"2"]]}]}}""", "Prometheus")]
    [InlineData("""{"data":{"result":[{"values":[[1767225600,"1"],[1767225615,"2"]],"metric":{}}],"resultType":"matrix"},"status":"success"}""", "Prometheus in another order")]
    [InlineData("""{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1767225600,"1"],[1767225615,"2"]]}]}""", "the data of an answer alone")]
    [InlineData("""[{"metric":{"a":"b"},"values":[[1767225600,"1"],[1767225615,"2"]]}]""", "the result of an answer alone")]
    public void Read_FormsOfTheSame_IsTheSame(string json, string form)
    {
        var recording = Read(json);

        Assert.True(recording.IsValid, form);
        Assert.Equal([(0, 1000), (15_000, 2000)], recording.Traffic!.Steps.ToArray().Select(step => (step.AtMilliseconds, step.MilliRequestsPerSecond)));
        Assert.Equal(TimeSpan.FromSeconds(30), recording.Duration);
    }

    [Theory]
    [InlineData("", "1:1: the file is empty (got the end of the file)")]
    [InlineData("[\n  [0, 1],\n  [15, -2]\n]", "3:8: the load is negative (got -2)")]
    [InlineData("[[0,1],[15,null]]", "1:12: the load is missing (got )")]
    [InlineData("[[0,1],[15,\"NaN\"]]", "1:12: the load is NaN (got NaN)")]
    [InlineData("[[0,1],[15,2,3]]", "1:14: a row is not just a time and a load (got 3)")]
    [InlineData("[[0,1],[15,[2]]]", "1:12: a row is not just a time and a load (got an array)")]
    [InlineData("[0,1]", "1:2: this is a row by itself, as in JSON lines (got 0)")]
    [InlineData("[0,1]\n[15,2]", "1:2: this is a row by itself, as in JSON lines (got 0)")]
    [InlineData("{\"time\":0,\"rate\":1}\n{\"time\":15,\"rate\":2}", "1:9: this is a row by itself, as in JSON lines (got time)")]
    [InlineData("""{"data":{"resultType":"vector","result":[]}}""", "1:23: this is the answer of an instant query, with one value for each series (got vector)")]
    [InlineData("""[{"metric":{},"value":[0,"1"]}]""", "1:23: this is the answer of an instant query, with one value for each series (got one value of a series)")]
    [InlineData("""[{"target":"x","datapoints":[[1,0],[2,15000]]}]""", "1:29: this is JSON of Grafana (got datapoints)")]
    [InlineData("""{"results":{"A":{"frames":[]}}}""", "1:12: this is JSON of Grafana (got results)")]
    [InlineData("""[{"schema":{"fields":[]},"data":{"values":[[0,15000],[1,2]]}}]""", "1:12: this is JSON of Grafana (got schema)")]
    [InlineData("""[{"values":[[0,"1"],[1,"1"]]},{"values":[[0,"1"]]}]""", "1:31: the answer has more than one series (got a second one here)")]
    [InlineData("[[0,1],\n[15,2}]", "2:6: this is not JSON (got '}' is invalid without a matching open)")]
    [InlineData("[[0,1],[15,2]", "1:14: this is not JSON (got Expected depth to be zero at the end of the JSON payload. Th...)")]
    [InlineData("{}", "1:2: the answer has no series (got the end of an object)")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[]}}""", "1:63: the answer has no series (got the end of an object)")]
    [InlineData("""{"status":"error","errorType":"bad_data","error":"parse error"}""", "1:50: this is an error of Prometheus (got parse error)")]
    [InlineData("""{"data":{"result":[{"values":[[0,"1"],[1,"1"]]},{"values":[[0,"1"]]}]}}""", "1:49: the answer has more than one series (got a second one here)")]
    [InlineData("""{"data":{"result":[{"value":[0,"1"]}]}}""", "1:29: this is the answer of an instant query, with one value for each series (got one value of a series)")]
    [InlineData("7", "1:1: this is not an array (got 7)")]
    public void Read_BadInput_SaysWhereAndWhat(string json, string message)
    {
        var error = Read(json).Error!;

        Assert.Equal(message, FormattableString.Invariant($"{error.Line}:{error.Column}: {error.Wrong} (got {error.Got})"));
    }

    [Fact]
    public void Read_RowsAcrossManyBuffers_AreAllThereAndKeepTheirPlaces()
    {
        const int Rows = 20_000;
        var rows = Enumerable.Range(0, Rows).Select(row => FormattableString.Invariant($"[{row},{row % 7}]"));
        var json = "[\n" + string.Join(",\n", rows);

        Assert.Equal(Rows, Read(json + "]").Rows);
        Assert.Equal((Rows + 2, 8), Read(json + ",\n[20000,x]]").Error is { } error ? (error.Line, error.Column) : default);
    }

    [Fact]
    public void Read_TextWithoutEnd_IsRefused() =>
        Assert.Equal("a value is longer than 65536 bytes", Read("[[0,\"" + new string('1', 200_000)).Error!.Wrong);

    private static TrafficRecording Read(string json) => TrafficJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
