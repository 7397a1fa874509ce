using System.Text;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Load.Recorded.Csv;
using KedaStack.Scaling.Simulation.Load.Recorded.Json;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

public sealed class NamedFormatTests
{
    private const string K6Header = "metric_name,timestamp,metric_value,url\n";
    private const string JMeterHeader = "timeStamp,elapsed,label,responseCode,success\n";
    private const string LocustHeader = "Timestamp,User Count,Type,Name,Requests/s,Failures/s\n";

    [Theory]
    [InlineData(K6Header + "http_reqs,1767225600,1.0,u\nvus,1767225600,9,u\nhttp_reqs,1767225600,1.0,u\nhttp_reqs,1767225602,1.0,u\n", "Read as k6's CSV, its http_reqs: 3 requests, counted in each second.", 2000, 0, 1000)]
    [InlineData(JMeterHeader + "1767225600100,5,home,200,true\n1767225601900,5,home,200,true\n1767225601100,5,home,200,true\n", "Read as JMeter's CSV: 3 requests, counted in each second.", 1000, 2000)]
    [InlineData("1.2.3.4 - - [01/Jan/2026:01:00:00 +0100] \"GET / HTTP/1.1\" 200 1\n1.2.3.4 - bob [01/Jan/2026:00:00:01 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"curl\"\n", "Read as an access log: 2 requests, counted in each second.", 1000)]
    [InlineData("shop 1.2.3.4 - - [01/Jan/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1\nbroken\n", "Read as an access log: 1 request, counted in each second.", 1000)]
    [InlineData(LocustHeader + "1767225600,0,,Aggregated,1.5,0\n1767225605,9,GET,/,9,0\n1767225605,9,,Aggregated,2.5,0\n", "Read as Locust's history: the Requests/s of all requests together.", 1500, 2500)]
    public void Read_TableOfAGenerator_IsItsRequestsPerSecond(string csv, string note, params int[] milli)
    {
        var recording = TrafficCsv.Read(new StringReader(csv));

        Assert.Equal(milli, Milli(recording));
        Assert.Equal(note, recording.Notes[0]);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), recording.Start);
    }

    [Theory]
    [InlineData("""{"cost":0,"interval":"0:01:00","value":[{"name":{"value":"Requests"},"timeseries":[{"data":[{"timeStamp":"2026-01-01T00:00:00Z","total":60.0,"average":null},{"timeStamp":"2026-01-01T00:01:00Z","total":120.0}]}],"unit":"Count"}]}""", 1000, 2000)]
    [InlineData("""{"Label":"RequestCount","Datapoints":[{"Timestamp":"2026-01-01T00:01:00Z","Sum":120.0,"Unit":"Count"},{"Timestamp":"2026-01-01T00:00:00Z","Sum":60.0,"Unit":"Count"}]}""", 1000, 2000)]
    [InlineData("""{"MetricDataResults":[{"Id":"m1","Timestamps":["2026-01-01T00:01:00Z","2026-01-01T00:00:00Z"],"Values":[120.0,60.0],"StatusCode":"Complete"}],"Messages":[]}""", 1000, 2000)]
    [InlineData("""{"aggregate":{"counters":{"http.requests":30}},"intermediate":[{"counters":{"http.requests":10,"vusers.created":3},"period":"1767225600000"},{"counters":{"http.requests":20},"period":"1767225610000"}]}""", 1000, 2000)]
    [InlineData("""{"aggregate":{},"intermediate":[{"timestamp":"2026-01-01T00:00:00Z","requestsCompleted":10},{"timestamp":"2026-01-01T00:00:10Z","requestsCompleted":20}]}""", 1000, 2000)]
    [InlineData("{\"type\":\"Metric\",\"data\":{\"name\":\"http_reqs\"},\"metric\":\"http_reqs\"}\n{\"metric\":\"http_reqs\",\"type\":\"Point\",\"data\":{\"time\":\"2026-01-01T00:00:00.5Z\",\"value\":1,\"tags\":{\"status\":\"200\"}}}\n{\"metric\":\"vus\",\"type\":\"Point\",\"data\":{\"time\":\"2026-01-01T00:00:00Z\",\"value\":7}}\n{\"metric\":\"http_reqs\",\"type\":\"Point\",\"data\":{\"time\":\"2026-01-01T01:00:01+01:00\",\"value\":2}}\n", 1000, 2000)]
    public void Read_JsonOfATool_IsItsRequestsPerSecond(string json, params int[] milli)
    {
        var recording = TrafficJson.Read(Utf8(json));

        Assert.Null(recording.Error);
        Assert.Equal(milli, Milli(recording));
        Assert.NotEmpty(recording.Notes);
    }

    [Theory]
    [InlineData("Type,Name,Request Count,Failure Count\nGET,/,1,0\n", "this is Locust's statistics, one row for the whole run")]
    [InlineData("response-time,DNS+dialup,DNS,offset\n0.1,0,0,0\n", "this is hey's CSV, without the times of the requests")]
    [InlineData("#Software: Microsoft Internet Information Services 10.0\n#Fields: date time\n", "this is a W3C extended log, as IIS writes it")]
    [InlineData("RUN\tdemo\t1767225600000\t3.9\n", "this is Gatling's simulation.log")]
    [InlineData(K6Header + "vus,1767225600,9,u\n", "there are no requests in k6's CSV, its http_reqs")]
    public void Read_TableWithoutALoad_IsNamed(string csv, string wrong) => Assert.Equal(wrong, TrafficCsv.Read(new StringReader(csv)).Error!.Wrong);

    [Theory]
    [InlineData("""{"root_group":{},"metrics":{"http_reqs":{"count":30}}}""", "this is k6's summary, one number for the whole run")]
    [InlineData("""{"tables":[{"columns":[],"rows":[]}]}""", "this is the answer of a log query (Azure Monitor Logs)")]
    [InlineData("""{"value":[{"timeseries":[{"data":[{"timeStamp":"2026-01-01T00:00:00Z","average":60.0}]}]}]}""", "this metric of Azure Monitor has no total, only averages or extremes")]
    [InlineData("""{"value":[{"unit":"Percent","timeseries":[]}]}""", "this metric of Azure Monitor counts nothing: its unit is another one")]
    [InlineData("""{"Datapoints":[{"Timestamp":"2026-01-01T00:01:00Z","Average":120.0,"Unit":"Count"}]}""", "this metric of CloudWatch has no Sum")]
    [InlineData("""{"Datapoints":[{"Timestamp":"2026-01-01T00:01:00Z","Sum":120.0,"Unit":"Bytes"}]}""", "this metric of CloudWatch counts nothing: its unit is another one")]
    public void Read_JsonWithoutALoad_IsNamed(string json, string wrong) => Assert.Equal(wrong, TrafficJson.Read(Utf8(json)).Error!.Wrong);

    [Fact]
    public void Read_RequestsOverLongTime_AreCountedInLongerStretchesAndNoneIsLost()
    {
        const int Requests = 1100;
        var requests = new RequestCounts("requests", mostSteps: 1000, mostStretches: 1000);
        for (var i = 0L; i < Requests; i++)
        {
            requests.Add(1_767_225_600_000 + (i * 2000));
        }

        var recording = requests.End(new TextPlace(1, 1));

        Assert.Equal(Requests, recording.Rows);
        Assert.Equal(["Read as requests: 1,100 requests, counted in each 4s."], recording.Notes);
        Assert.Equal(500, Assert.Single(recording.Traffic!.Steps.ToArray()).MilliRequestsPerSecond);
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static int[] Milli(TrafficRecording recording) => [.. recording.Traffic!.Steps.ToArray().Select(step => (int)step.MilliRequestsPerSecond)];
}
