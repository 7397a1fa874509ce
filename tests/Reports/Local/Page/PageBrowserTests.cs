using KedaStack.Reports.Local.Page;
using KedaStack.Tests.Shared.Browser;
using Microsoft.Playwright;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>The page in a real browser.</summary>
[Collection(BrowserTestGroup.Name)]
public sealed class PageBrowserTests(BrowserFixture browser)
{
    [ChromiumFact]
    public async Task Page_Opened_ShowsTheRun()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(7));
        await using var tab = await browser.OpenAsync();

        await tab.GoToAsync(client.Page.Address);

        var now = client.Run.Current;
        await HasTextAsync(tab, "#state", "Running");
        await HasTextAsync(tab, "#clock", "7:00 of 20:00, demo, speed 10");
        await HasTextAsync(tab, "#offered", "150.0");
        await HasTextAsync(tab, "#ready", $"{now.ReadyReplicas}");
        await HasTextAsync(tab, "#desired", $"{now.SpecReplicas}");
        await HasTextAsync(tab, "#metric", FormattableString.Invariant($"{now.LastSync!.MetricMilli / 1000.0:0.0}"));
        await HasTextAsync(tab, "#band", "9 to 11 changes nothing");
        await Assertions.Expect(tab.Page.Locator("#decision")).ToContainTextAsync(client.Run.Decisions[^1].Reason);
        await Assertions.Expect(tab.Page.Locator("#decisions tr")).ToHaveCountAsync(client.Run.Decisions.Count);
        await Assertions.Expect(tab.Page.Locator("#events tr")).ToHaveCountAsync(client.Run.Events.Count);
        await Assertions.Expect(tab.Page.Locator("#pods tr")).ToHaveCountAsync(now.Pods.Count);
        await Assertions.Expect(tab.Page.Locator("#replica-chart .plot .curve")).ToHaveCountAsync(3);
        tab.AssertClean(client.Page.Address);
    }

    [ChromiumFact]
    public async Task Page_RunGoesOn_FollowsWithoutMovingAnything()
    {
        await using var client = await PageClient.StartAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#state", "Starting");
        var places = await PlacesAsync(tab);

        foreach (var minutes in new[] { 1, 5, 6, 8, 15, 16 })
        {
            client.Run.PlayTo(TimeSpan.FromMinutes(minutes));
            await HasTextAsync(tab, "#clock", $"{minutes}:00 of 20:00, demo, speed 10");
            await Assertions.Expect(tab.Page.Locator("#decisions tr")).ToHaveCountAsync(client.Run.Decisions.Count);
        }

        Assert.Equal(places, await PlacesAsync(tab));
        tab.AssertClean(client.Page.Address);
    }

    [ChromiumTheory]
    [InlineData("More load", "more")]
    [InlineData("Less load", "less")]
    public async Task LoadButton_Clicked_Commands(string name, string command)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(2));
        await using var tab = await browser.OpenAsync();
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#generators", "1 generator");

        await Button(tab, name).ClickAsync();

        await HasTextAsync(tab, "#generators", command == "more" ? "2 generators" : "0 generators");
        Assert.Equal([command], client.Run.Commands);
        tab.AssertClean(client.Page.Address);
    }

    [ChromiumFact]
    public async Task Buttons_ByKeyboard_AreReachedInOrderAndSeen()
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(2));
        await using var tab = await browser.OpenAsync();
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#state", "Running");

        foreach (var name in new[] { "Less load", "More load" })
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(Button(tab, name)).ToBeFocusedAsync();
            Assert.Equal("3px", await Button(tab, name).EvaluateAsync<string>("button => getComputedStyle(button).outlineWidth"));
        }

        await tab.Page.Keyboard.PressAsync("Enter");
        await HasTextAsync(tab, "#generators", "2 generators");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Space");
        await HasTextAsync(tab, "#state", "Ended");

        Assert.Equal(["more", "stop"], client.Run.Commands);
        tab.AssertClean(client.Page.Address);
    }

    [ChromiumFact]
    public async Task Page_RunEnds_ShowsTheResultAndAsksNoMore()
    {
        await using var client = await PageClient.StartAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#state", "Starting");

        client.Run.End();
        await HasTextAsync(tab, "#state", "Ended");
        await client.Page.DisposeAsync();

        await HasTextAsync(tab, "#notice", "The run has ended (its time was over); its result is below.");
        await Assertions.Expect(tab.Page.Locator("#result tr").First).ToHaveTextAsync("Most replicas desired1010");
        await Assertions.Expect(tab.Page.Locator("#sentences")).ToContainTextAsync("No request was lost");
        await Assertions.Expect(Button(tab, "More load")).ToBeDisabledAsync();
        Assert.Single(tab.Requests, request => request.AbsolutePath == "/api/stream");
        tab.AssertClean(client.Page.Address);
    }

    [ChromiumFact]
    public async Task Page_RunFails_SaysWhy()
    {
        await using var client = await PageClient.StartAsync();
        await using var tab = await browser.OpenAsync();
        await tab.GoToAsync(client.Page.Address);

        client.Run.Fail("python3 is missing; install it.");

        await HasTextAsync(tab, "#notice", "python3 is missing; install it.");
        await HasTextAsync(tab, "#state", "Ended");
    }

    [ChromiumFact]
    public async Task Page_ServerGoesAndAnotherComes_SaysSoAndShowsTheOther()
    {
        var first = await PageClient.StartAsync();
        first.Run.PlayTo(TimeSpan.FromMinutes(8));
        await using var tab = await browser.OpenAsync();
        await tab.GoToAsync(first.Page.Address);
        await HasTextAsync(tab, "#state", "Running");

        await first.DisposeAsync();
        await HasTextAsync(tab, "#state", "Connection lost");
        await Assertions.Expect(Button(tab, "Stop")).ToBeDisabledAsync();
        await HasTextAsync(tab, "#clock", "8:00 of 20:00, demo, speed 10");
        var other = new ScriptedRun();
        other.PlayTo(TimeSpan.FromMinutes(1));
        await using var page = await LocalPage.StartAsync(other, first.Page.Address.Port, CancellationToken.None);

        await HasTextAsync(tab, "#state", "Running");
        await HasTextAsync(tab, "#clock", "1:00 of 20:00, demo, speed 10");
        await HasTextAsync(tab, "#notice", "");
        await Assertions.Expect(tab.Page.Locator("#decisions tr")).ToHaveCountAsync(other.Decisions.Count);
    }

    [ChromiumTheory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Page_OfAnyWidth_NeedsNoSidewaysScroll(int width)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.End();
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#state", "Ended");

        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        foreach (var button in await tab.Page.Locator("button").AllAsync())
        {
            Assert.InRange((await button.BoundingBoxAsync())!.Height, 44, 60);
        }

        tab.AssertClean(client.Page.Address);
    }

    [ChromiumTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Pods_OfAnyWidth_HaveALineEach(int width)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(16));
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#pod-prefix", "sample-app-7d4b9c-...");

        var pods = await tab.Page.Locator("#pods tr").AllAsync();

        Assert.Equal(client.Run.Current.Pods.Count, pods.Count);
        foreach (var pod in pods)
        {
            Assert.InRange((await pod.BoundingBoxAsync())!.Height, 10, 40);
        }
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_InEitherScheme_HasContrast(ColorScheme scheme)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(7));
        await using var tab = await browser.OpenAsync(new() { ColorScheme = scheme });
        await tab.GoToAsync(client.Page.Address);
        await HasTextAsync(tab, "#state", "Running");

        Assert.Empty(await tab.Page.EvaluateAsync<string[]>(TextContrast.TooLow));
    }

    [ChromiumFact]
    public async Task PageOfAnotherOrigin_InTheSameBrowser_CannotSteer()
    {
        await using var client = await PageClient.StartAsync();
        await using var tab = await browser.OpenAsync();
        await tab.Page.SetContentAsync("<p>elsewhere");

        var outcomes = await tab.Page.EvaluateAsync<string[]>(
            """
            async address => {
                const ways = [
                    { method: 'POST', mode: 'no-cors' },
                    { method: 'POST', mode: 'no-cors', headers: { 'Content-Type': 'text/plain' }, body: '1' },
                    { method: 'POST', headers: { 'X-KedaStack-Command': '1' } },
                    { method: 'POST', credentials: 'include' },
                ];
                const tell = way => fetch(`${address}api/stop`, way).then(response => response.type, error => error.name);
                const read = fetch(`${address}api/run`).then(response => 'read', error => error.name);
                return [...await Promise.all(ways.map(tell)), await read];
            }
            """,
            client.Page.Address.ToString());

        Assert.All(outcomes, outcome => Assert.Contains(outcome, (string[])["opaque", "TypeError"]));
        Assert.Empty(client.Run.Commands);
    }

    private static ILocator Button(BrowserTab tab, string name) => tab.Page.GetByRole(AriaRole.Button, new() { Name = name });

    private static Task HasTextAsync(BrowserTab tab, string place, string text) =>
        Assertions.Expect(tab.Page.Locator(place)).ToHaveTextAsync(text);

    private static Task<string[]> PlacesAsync(BrowserTab tab) => tab.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('header > *, main section, figure')].map(element => {
            // The lists grow in the room that is kept for them.
            const { x, y, width, height } = element.getBoundingClientRect();
            return `${element.id || element.className} ${x} ${y} ${width} ${element.closest('.lists') || element.querySelector('#decisions') ? '' : height}`;
        })
        """);
}
