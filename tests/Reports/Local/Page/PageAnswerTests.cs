using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using KedaStack.Local.Processes;
using KedaStack.Reports.Local.Page;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>What the page's server answers.</summary>
public sealed class PageAnswerTests
{
    [Fact]
    public async Task Page_Started_ListensOnLoopbackOnly()
    {
        await using var client = await PageClient.StartAsync();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == client.Page.Address.Port);
        Assert.Equal(IPAddress.Loopback, Assert.Single(listeners).Address);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/page.css", "text/css")]
    [InlineData("/page.js", "text/javascript")]
    [InlineData("/chart.js", "text/javascript")]
    [InlineData("/run.js", "text/javascript")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task File_Get_IsThereWithItsType(string path, string contentType)
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task File_ThatIsNot_IsNotFound()
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.GetAsync("/../page.js.map");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Run_Get_IsEverythingSoFar()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(7));

        using var response = await client.GetAsync("/api/run");
        var run = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(client.Run.Decisions.Count, run.GetProperty("decisions").GetArrayLength());
        Assert.Equal(client.Run.Events.Count, run.GetProperty("events").GetArrayLength());
        Assert.Equal(client.Run.History.Count, run.GetProperty("points").GetArrayLength());
        Assert.Equal(420_000, run.GetProperty("snapshot").GetProperty("timeMs").GetInt64());
        Assert.Equal((9_000, 11_000), (
            run.GetProperty("plan").GetProperty("lowestMilli").GetInt64(), run.GetProperty("plan").GetProperty("highestMilli").GetInt64()));
    }

    [Theory]
    [InlineData("/api/load/more", "more")]
    [InlineData("/api/load/less", "less")]
    [InlineData("/api/stop", "stop")]
    public async Task Command_Post_IsDone(string path, string command)
    {
        await using var client = await PageClient.StartAsync();

        using var response = await client.CommandAsync(path);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal([command], client.Run.Commands);
    }

    [Fact]
    public async Task Command_AfterTheEnd_IsRefused()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.End();

        using var response = await client.CommandAsync("/api/load/more");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("The run has ended.\n", await response.Content.ReadAsStringAsync());
        Assert.Empty(client.Run.Commands);
    }

    [Fact]
    public async Task Start_PortInUse_SaysWhichAndWhatToDo()
    {
        await using var client = await PageClient.StartAsync();
        var port = client.Page.Address.Port;

        var exception = await Assert.ThrowsAsync<LocalRunException>(() => LocalPage.StartAsync(client.Run, port, CancellationToken.None));

        Assert.Equal(
            $"--port: {port} is in use on 127.0.0.1 (another kedastack local?); stop what uses it, or name another port, 0 for any",
            exception.Message);
    }
}
