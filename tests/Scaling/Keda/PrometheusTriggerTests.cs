using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>Section b.1 of the specification.</summary>
public sealed class PrometheusTriggerTests
{
    [Theory]
    [InlineData("10", 10)]
    [InlineData("10.5", 10.5)]
    [InlineData("1e1", 10)]
    [InlineData(" -5 ", -5)]
    [InlineData("0", 0)]
    public void Accepts_JsonNumbers(string threshold, double expected) =>
        Assert.Equal(expected, KedaCase.ReadTrigger($"serverAddress=x;query=up;threshold={threshold}").Threshold);

    [Theory]
    [InlineData(".5", "invalid character '.' looking for beginning of value")]
    [InlineData("010", "invalid character '1' after top-level value")]
    [InlineData("+10", "invalid character '+' looking for beginning of value")]
    [InlineData("10k", "invalid character 'k' after top-level value")]
    [InlineData("NaN", "invalid character 'N' looking for beginning of value")]
    [InlineData("1e", "unexpected end of JSON input")]
    [InlineData("1.x", "invalid character 'x' after decimal point in numeric literal")]
    [InlineData("-", "unexpected end of JSON input")]
    [InlineData("1e999", "json: cannot unmarshal number 1e999 into Go value of type float64")]
    [InlineData("\"10\"", "json: cannot unmarshal string into Go value of type float64")]
    [InlineData("true", "json: cannot unmarshal bool into Go value of type float64")]
    [InlineData("trve", "invalid character 'v' in literal true (expecting 'u')")]
    public void Rejects_OtherNumbers(string threshold, string reason)
    {
        var reading = KedaCase.Read($"serverAddress=x;query=up;threshold={threshold}");

        var quoted = threshold.Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal([$"unable to set param \"threshold\" value \"{quoted}\": unable to unmarshal to field type float64: {reason}"], reading.Problems);
    }

    [Theory]
    [InlineData("30s", 30_000)]
    [InlineData("1m30s", 90_000)]
    [InlineData("1.5s", 1500)]
    [InlineData("1000", 1000)]
    [InlineData("0", 0)]
    public void Accepts_Timeouts(string timeout, double expectedMilliseconds) => Assert.Equal(
        expectedMilliseconds, KedaCase.ReadTrigger($"BASE;timeout={timeout}").Timeout!.Value.TotalMilliseconds);

    [Theory]
    [InlineData("-5s", "duration cannot be negative: \"-5s\"")]
    [InlineData("1.5", "unable to parse duration value \"1.5\": must be either a duration string (e.g. '30s', '5m') or a number of milliseconds")]
    public void Rejects_Timeouts(string timeout, string reason) =>
        Assert.Equal([$"unable to set param \"timeout\" value \"{timeout}\": {reason}"], KedaCase.Read($"BASE;timeout={timeout}").Problems);

    [Theory]
    [InlineData("a=1,b", "expected format key=value, got \"b\"")]
    [InlineData("a=b=c", "expected format key=value, got \"a=b=c\"")]
    public void Rejects_HeadersWithoutOneEqualsSign(string headers, string reason) => Assert.Equal(
        [$"unable to set param \"customHeaders\" value \"{headers}\": {reason}"], KedaCase.Read($"BASE;customHeaders={headers}").Problems);

    [Theory]
    [InlineData("foo", "parameter \"authModes,authMode\" value \"foo\" must be one of [apiKey basic tls bearer custom oauth]")]
    [InlineData("bearer,basic", "parameter \"authModes,authMode\" value \"bearer,basic\" must contain only one of [bearer basic oauth]")]
    public void Rejects_AuthModes(string modes, string problem) => Assert.Equal([problem], KedaCase.Read($"BASE;authModes={modes}").Problems);

    // What each mode needs, where it may stand, and the other name of the parameter.
    [Theory]
    [InlineData("authModes=basic", "", "username=<empty> is required when basic auth is enabled")]
    [InlineData("authMode=basic", "", "username=<empty> is required when basic auth is enabled")]
    [InlineData("", "authModes=basic", "username=<empty> is required when basic auth is enabled")]
    [InlineData("", "authMode=basic", "username=<empty> is required when basic auth is enabled")]
    [InlineData("authModes=basic", "username=u", null)]
    [InlineData("authModes=bearer", "", "bearer token=<empty> is required when bearer auth is enabled")]
    [InlineData("authModes=bearer", "bearerToken=t", null)]
    [InlineData("authModes=bearer", "token=t", null)]
    [InlineData("authModes=tls", "key=k", "cert=<empty> and key=<present> are required when tls auth is enabled")]
    [InlineData("authModes=tls", "cert=c", "cert=<present> and key=<empty> are required when tls auth is enabled")]
    [InlineData("authModes=oauth", "oauthTokenURI=u", "oauthTokenURI=<present> and clientID=<empty> are required when oauth is enabled")]
    [InlineData("authModes=oauth", "clientID=c", "oauthTokenURI=<empty> and clientID=<present> are required when oauth is enabled")]
    [InlineData("authModes=oauth", "oauthTokenURI=u;clientID=c", null)]
    [InlineData("authModes=custom", "customAuthHeader=h", "customAuthHeader=<present> and customAuthValue=<empty> are required when custom auth is enabled")]
    [InlineData("authModes=custom", "customAuthValue=v", "customAuthHeader=<empty> and customAuthValue=<present> are required when custom auth is enabled")]
    [InlineData("authModes=custom", "customAuthHeader=h;customAuthValue=v", null)]
    [InlineData("authModes=apiKey", "", "apiKey is required when apiKey auth is enabled")]
    [InlineData("authModes=apiKey", "apiKey=k", null)]
    [InlineData("authModes=apiKey;apiKey=k", "", null)]
    public void Authentication_OfAMode_NeedsItsParameters(string metadata, string auth, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], KedaCase.Read($"BASE;{metadata}", auth).Problems);

    [Theory]
    [InlineData("method=foo", "")]
    [InlineData("", "method=foo")]
    public void Authentication_MethodThatIsUnknown_IsRefusedWhereverItStands(string metadata, string auth) => Assert.StartsWith(
        "parameter \"method\" value \"foo\" must be one of [", Assert.Single(KedaCase.Read($"BASE;{metadata}", auth).Problems), StringComparison.Ordinal);

    [Fact]
    public void Parameters_WrittenOrNot_HaveTheirDefaults()
    {
        var (plain, written) = (KedaCase.ReadTrigger("BASE"), KedaCase.ReadTrigger("BASE;namespace=shop;ignoreNullValues=false;unsafeSsl=true"));

        Assert.Equal(("", true, false), (plain.Namespace, plain.IgnoreNullValues, plain.UnsafeSsl));
        Assert.Equal(("shop", false, true), (written.Namespace, written.IgnoreNullValues, written.UnsafeSsl));
    }

    [Fact]
    public void Ignores_RemovedAndUnknownKeys() => Assert.Null(KedaCase.Read("BASE;cortexOrgID=1;whatever=1").Error);

    [Fact]
    public void Rejects_Null_AsKedaBreaksDown() => Assert.StartsWith(
        "error parsing prometheus metadata: error parsing prometheus metadata: failed to parse typed config",
        KedaCase.Read("serverAddress=x;query=up;threshold=null").Error,
        StringComparison.Ordinal);

    [Fact]
    public void Rejects_Utilization() => Assert.Equal(
        "error getting scaler metric type: 'Utilization' metric type is unsupported for external metrics, allowed values are 'Value' or 'AverageValue'",
        TriggerReader.Read(new TriggerDefinition { Metadata = KedaCase.Pairs("BASE"), MetricType = "Utilization" }).Error);

    [Fact]
    public void ToMetric_Threshold_IsTheTarget()
    {
        var metric = (KedaCase.Trigger with { Threshold = 0.5, MetricType = MetricTargetType.Value, TriggerIndex = 2 }).ToMetric("app");

        Assert.Equal(("s2-prometheus", MetricTargetType.Value, "500m"), (metric.Name, metric.TargetType, metric.Target.ToString()));
    }

    [Theory]
    [InlineData(0, 0.001, true)]
    [InlineData(0, 0, false)]
    [InlineData(1, 1, false)]
    [InlineData(1, 1.001, true)]
    [InlineData(0, double.NaN, false)]
    public void IsActive_Value_OnlyAboveTheThreshold(double threshold, double value, bool expected) =>
        Assert.Equal(expected, (KedaCase.Trigger with { ActivationThreshold = threshold }).IsActive(value));

    [Fact]
    public void Address_Query_IsEscapedAndTheSlashDoubled() => Assert.Equal(
        "http://p/api//api/v1/query?query=sum%28rate%28x%7Ba%3D%22b+c%22%7D%5B2m%5D%29%29&time=2026-01-02T03:04:05Z&namespace=a&b",
        KedaQuery.Address(
            KedaCase.Trigger with { ServerAddress = "http://p/api/", Query = "sum(rate(x{a=\"b c\"}[2m]))", Namespace = "a&b" },
            new DateTimeOffset(2026, 1, 2, 5, 4, 5, 7, TimeSpan.FromHours(2))));
}
