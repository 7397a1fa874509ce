using System.IO.Compression;
using System.Text;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class InstantAnswerTests
{
    private const string Empty = """{"status":"success","data":{"resultType":"vector","result":[]}}""";
    private const string Scalar = """{"status":"success","data":{"resultType":"scalar","result":[1790071170,"5"]}}""";

    [Fact]
    public async Task Query_OneElement_IsItsNumber()
    {
        var result = await AskAsync(200, Clients.Vector(45.5));

        Assert.Null(result.Error);
        Assert.Equal((1, "45.5"), (result.Response!.ElementCount, result.Response.Value.Text));
        Assert.Equal(Clients.Vector(45.5), result.Body);
    }

    [Fact]
    public async Task Query_EmptyVector_IsNoError()
    {
        var result = await AskAsync(200, Empty);

        Assert.Null(result.Error);
        Assert.Equal(0, result.Response!.ElementCount);
    }

    [Fact]
    public async Task Query_Scalar_IsRefusedByKedaOnly()
    {
        var result = await AskAsync(200, Scalar);

        Assert.Null(result.Error);
        Assert.StartsWith("json: cannot unmarshal number into Go struct field", result.Response!.BodyError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>log in</html>", "text/html", "the body (text/html) is not JSON (invalid character '<' looking for beginning of value)")]
    [InlineData("", "application/json", "the body (application/json) is not JSON (unexpected end of JSON input)")]
    [InlineData("{\"status\":\"success\"", "application/json", "is not JSON (unexpected end of JSON input)")]
    [InlineData("{\"hello\":\"world\"}", "application/json", "is JSON, but no answer of a Prometheus")]
    [InlineData("[1]", "application/json", "is JSON, but no answer of a Prometheus")]
    public async Task Query_NoAnswerOfPrometheus_IsMalformed(string body, string type, string expected)
    {
        var result = await AskAsync(200, body, type);

        Assert.Equal((PrometheusErrorKind.Malformed, 200), (result.Error!.Kind, result.Error.HttpStatus));
        Assert.Contains(expected, result.Error.Message, StringComparison.Ordinal);
        Assert.NotNull(result.Response);
    }

    [Fact]
    public async Task Query_JsonOfAnotherContentType_IsRead()
    {
        var result = await AskAsync(200, Clients.Vector(45), "text/plain");

        Assert.Equal((null, "45"), (result.Error, result.Response!.Value.Text));
    }

    [Fact]
    public async Task Query_ErrorUnderStatus200_IsAnError()
    {
        var result = await AskAsync(200, """{"status":"error","errorType":"execution","error":"too many samples"}""");

        Assert.Equal(PrometheusErrorKind.BadRequest, result.Error!.Kind);
        Assert.EndsWith(", with an error in the answer: execution: too many samples.", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_CompressedAnswer_IsRead()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Clients.Vector(45)));
        });
        using var client = Clients.Create(Clients.Options(server));

        Assert.Equal("45", (await client.AskAsync()).Response!.Value.Text);
    }

    [Fact]
    public async Task Query_BrokenCompression_IsMalformed()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync(Clients.Vector(45));
        });
        using var client = Clients.Create(Clients.Options(server));

        var result = await client.AskAsync();

        Assert.Equal(PrometheusErrorKind.Malformed, result.Error!.Kind);
        Assert.EndsWith("cannot be decompressed.", result.Error.Message, StringComparison.Ordinal);
        Assert.Null(result.Response);
    }

    [Fact]
    public async Task Query_ControlCharactersInTheBody_AreNotShown()
    {
        var result = await AskAsync(200, "\u001b[31mred\nline");

        Assert.Equal("?[31mred line", result.Body);
    }

    private static async Task<InstantQueryResult> AskAsync(int status, string body, string type = "application/json")
    {
        await using var server = await LocalServer.AnsweringAsync(status, body, ("Content-Type", type));
        using var client = Clients.Create(Clients.Options(server));
        return await client.AskAsync();
    }
}
