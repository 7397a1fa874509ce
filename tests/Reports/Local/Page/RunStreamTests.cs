using System.Text;
using System.Text.Json;
using KedaStack.Reports.Local.Page;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>The stream of a run to its readers.</summary>
public sealed class RunStreamTests
{
    [Fact]
    public async Task Stream_NewReader_GetsThePlanThenOnlyWhatIsNew()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(5));
        await using var messages = client.StreamAsync().GetAsyncEnumerator();

        Assert.True(await messages.MoveNextAsync());
        var first = messages.Current.Message;
        client.Run.PlayTo(TimeSpan.FromMinutes(8));
        Assert.True(await messages.MoveNextAsync());
        var second = messages.Current.Message;

        Assert.Equal("demo", first.GetProperty("plan").GetProperty("traffic").GetString());
        Assert.False(second.TryGetProperty("plan", out _));
        Assert.Equal(480_000, second.GetProperty("snapshot").GetProperty("timeMs").GetInt64());
        Assert.Equal(client.Run.Decisions.Count, Count(first, "decisions") + Count(second, "decisions"));
        Assert.Equal(client.Run.Events.Count, Count(first, "events") + Count(second, "events"));
        Assert.Equal(client.Run.History.Count, Count(first, "points") + Count(second, "points"));
    }

    [Fact]
    public async Task Stream_ReaderThatComesBack_GetsOnlyWhatItMissed()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(6));
        var (_, id) = await FirstAsync(client.StreamAsync());
        client.Run.PlayTo(TimeSpan.FromMinutes(8));

        var (message, _) = await FirstAsync(client.StreamAsync(id));

        Assert.False(message.TryGetProperty("plan", out _));
        Assert.NotEqual(0, Count(message, "decisions"));
        Assert.NotEqual(client.Run.Decisions.Count, Count(message, "decisions"));
    }

    [Theory]
    [InlineData("0123456789AB-3-5-361000")]
    [InlineData("nonsense")]
    [InlineData("A-1-2-99999999999999999999")]
    [InlineData("-1-2-3")]
    public async Task Stream_ReaderOfAnotherRun_GetsEverything(string id)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(8));

        var (message, _) = await FirstAsync(client.StreamAsync(id));

        Assert.True(message.TryGetProperty("plan", out _));
        Assert.Equal(client.Run.Decisions.Count, Count(message, "decisions"));
    }

    [Fact]
    public async Task Stream_RunEnds_HasTheResultLastAndEnds()
    {
        await using var client = await PageClient.StartAsync();
        var messages = client.StreamAsync().GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());

        client.Run.End();

        var last = messages.Current.Message;
        while (await messages.MoveNextAsync())
        {
            last = messages.Current.Message;
        }

        Assert.Equal("finished", last.GetProperty("result").GetProperty("end").GetString());
    }

    [Fact]
    public async Task Stream_RunFails_SaysWhyLast()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.Fail("python3 is missing; install it.");

        var messages = await client.StreamAsync().ToArrayAsync();

        Assert.Equal("python3 is missing; install it.", messages[^1].Message.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Stream_RunEndsAndPageCloses_ReaderStillGetsTheResult()
    {
        var client = await PageClient.StartAsync();
        var messages = client.StreamAsync().GetAsyncEnumerator();
        Assert.True(await messages.MoveNextAsync());
        var reading = Task.Run(async () =>
        {
            var last = messages.Current.Message;
            while (await messages.MoveNextAsync())
            {
                last = messages.Current.Message;
            }

            return last;
        });

        client.Run.End();
        await client.Page.DisposeAsync();

        Assert.True((await reading).TryGetProperty("result", out _));
    }

    [Fact]
    public async Task Stream_NothingHappens_SendsComments()
    {
        await using var client = await PageClient.StartAsync(heartbeat: TimeSpan.FromMilliseconds(20));
        using var response = await client.GetAsync("/api/stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(), Encoding.UTF8);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("retry: 1000", await reader.ReadLineAsync());
        while (await reader.ReadLineAsync() != ":")
        {
            // What comes before the first comment does not matter.
        }
    }

    [Fact]
    public async Task Stream_ReaderLeaves_IsForgotten()
    {
        await using var client = await PageClient.StartAsync();
        await FirstAsync(client.StreamAsync());

        while (client.Run.Watchers > 0)
        {
            await Task.Yield();
        }

        Assert.Equal(0, client.Run.Watchers);
    }

    [Fact]
    public async Task Stream_SlowReader_MissesWhatWasMeanwhile()
    {
        var run = new ScriptedRun();
        await using var body = new StuckStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        var stream = new RunStream(run, new RunFeed(run), TimeSpan.FromHours(1)).WriteAsync(context, CancellationToken.None);

        await body.StuckAsync("retry:");
        body.Release();
        await body.StuckAsync("snapshot");
        for (var second = 1; second <= 1000; second++)
        {
            run.PlayTo(TimeSpan.FromSeconds(second));
        }

        body.Release();
        var next = await body.StuckAsync("snapshot");
        run.End();
        body.ReleaseAll();
        await stream;

        Assert.Contains("\"timeMs\":1000000", next, StringComparison.Ordinal);
    }

    private static int Count(JsonElement message, string list) => message.GetProperty(list).GetArrayLength();

    private static async Task<(JsonElement Message, string Id)> FirstAsync(IAsyncEnumerable<(JsonElement Message, string Id)> messages) =>
        await messages.FirstAsync();
}
