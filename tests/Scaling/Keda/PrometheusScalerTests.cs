using System.Text;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>Section b.2 of the specification.</summary>
public sealed class PrometheusScalerTests
{
    private const string Element = "struct { Metric struct {} \"json:\\\"metric\\\"\"; Value []interface {} \"json:\\\"value\\\"\" }";

    [Theory]
    [InlineData(200, "{\"data\":{\"result\":[{\"metric\":{},\"value\":[1,\"45.5\"]}]}}", 45.5)]
    [InlineData(299, "{\"data\":{\"RESULT\":[{\"Value\":[1,\"1e-3\"]}]}}", 0.001)]
    [InlineData(200, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}", 0)]
    [InlineData(200, "{\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1,\"2\"]]}]}}", 0)]
    [InlineData(200, "{\"data\":{\"result\":[{\"value\":[1,null]}]}}", -1)]
    [InlineData(200, "null", 0)]
    public void Read_Answer_GivesValue(int status, string body, double expected) => Assert.Equal(ScalerReading.Of(expected), Read(status, body));

    [Theory]
    [InlineData(401, "", "prometheus query api returned error. status: 401")]
    [InlineData(300, "{\"data\":{\"result\":[{\"value\":[1,\"45.5\"]}]}}", "prometheus query api returned error. status: 300")]
    [InlineData(199, "{\"data\":{\"result\":[{\"value\":[1,\"45.5\"]}]}}", "prometheus query api returned error. status: 199")]
    [InlineData(200, "<html>", "invalid character '<' looking for beginning of value")]
    [InlineData(200, "", "unexpected end of JSON input")]
    [InlineData(200, "\u00ef\u00bb\u00bf{}", "invalid character '\u00c3' looking for beginning of value")]
    [InlineData(200, "{\"a\" 1}", "invalid character '1' after object key")]
    [InlineData(200, "{\"a\":1 2}", "invalid character '2' after object key:value pair")]
    [InlineData(200, "{a:1}", "invalid character 'a' looking for beginning of object key string")]
    [InlineData(200, "{\"a\":1,}", "invalid character '}' looking for beginning of object key string")]
    [InlineData(200, "[1 2]", "invalid character '2' after array element")]
    [InlineData(200, "[1,]", "invalid character ']' looking for beginning of value")]
    [InlineData(200, "\"\n\"", "invalid character '\\n' in string literal")]
    [InlineData(200, "\"\\x\"", "invalid character 'x' in string escape code")]
    [InlineData(200, "\"\\u12g4\"", "invalid character 'g' in \\u hexadecimal character escape")]
    [InlineData(200, "[]", "json: cannot unmarshal array into Go value of type scalers.promQueryResult")]
    [InlineData(200, "{\"data\":{\"result\":[{\"value\":[1,\"abc\"]}]}}", "strconv.ParseFloat: parsing \"abc\": invalid syntax")]
    [InlineData(200, "{\"data\":{\"result\":[{\"value\":[1,\"1e999\"]}]}}", "strconv.ParseFloat: parsing \"1e999\": value out of range")]
    [InlineData(200, "{\"data\":{\"result\":[{\"value\":[1,5]}]}}", "interface conversion: interface {} is float64, not string")]
    [InlineData(200, "{\"data\":{\"resultType\":\"scalar\",\"result\":[1700000000.1,\"5\"]}}", "json: cannot unmarshal number into Go struct field .data.result of type " + Element)]
    [InlineData(200, "{\"data\":{\"resultType\":\"string\",\"result\":[1,\"5\"]}}", "json: cannot unmarshal number into Go struct field .data.result of type " + Element)]
    [InlineData(200, "{\"status\":1,\"data\":{\"result\":{}}}", "json: cannot unmarshal number into Go struct field promQueryResult.status of type string")]
    public void Read_Answer_GivesError(int status, string body, string error) => Assert.Equal(ScalerReading.Failed(error), Read(status, body));

    [Fact]
    public void Read_TwoSeries_IsAnErrorAlsoWhenNullsAreIgnored() => Assert.Equal(
        "prometheus query sum(rate(x[2m])) returned multiple elements",
        PrometheusScaler.Read(InstantQueryResponse.Vector("1") with { ElementCount = 2 }, KedaCase.Trigger).Error);

    [Fact]
    public void Read_NaNBefore220_GoesOnAsAHugeNegativeNumber()
    {
        var before = KedaSemantics.ForVersion(19);

        var reading = PrometheusScaler.Read(InstantQueryResponse.Vector("NaN"), KedaCase.Trigger with { IgnoreNullValues = false }, before);

        Assert.Null(reading.Error);
        Assert.Equal(long.MinValue, KedaMetricsServer.Answer(reading.Value, before).UsageMilli);
    }

    [Fact]
    public void Read_DeepNesting_IsRefusedAsGoDoes()
    {
        Assert.Equal("exceeded max depth", Read(200, new string('[', 10_001)).Error);
        Assert.Equal("unexpected end of JSON input", Read(200, new string('[', 10_000)).Error);
    }

    [Theory]
    [InlineData(null, true, 0, null)]
    [InlineData(null, false, -1, "prometheus metrics 'prometheus' target may be lost, the result is empty")]
    [InlineData(4.5, false, 4.5, null)]
    public void Read_ModelledVector_SameAsTheTextOfOne(double? value, bool ignoreNullValues, double expected, string? error) =>
        Assert.Equal(new ScalerReading(expected, error), PrometheusScaler.Read(value, KedaCase.Trigger with { IgnoreNullValues = ignoreNullValues }));

    private static ScalerReading Read(int status, string body) =>
        PrometheusScaler.Read(InstantQueryResponse.Parse(status, Encoding.UTF8.GetBytes(body)), KedaCase.Trigger);
}
