using System.Net;
using KedaStack.Reports.Local.Page;

namespace KedaStack.Tests.Reports.Local.Page;

public sealed class PageReadersTests
{
    private const string Sentence = "64 browsers watch this run already; close one of them, and load the page again.\n";

    [Fact]
    public async Task Page_OfOneBrowserMoreThanThereMayBe_SaysSo()
    {
        await using var client = await PageClient.StartAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = client.Page.Address };
        var streams = new List<HttpResponseMessage>();
        for (var i = 0; i < PageReaders.Most; i++)
        {
            streams.Add(await browser.GetAsync("/api/stream", HttpCompletionOption.ResponseHeadersRead));
        }

        Assert.All(streams, stream => Assert.Equal(HttpStatusCode.OK, stream.StatusCode));
        foreach (var path in (string[])["/", "/api/stream"])
        {
            using var refused = await browser.GetAsync(path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, Sentence), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        }

        streams.ForEach(stream => stream.Dispose());
    }
}
