using System.Globalization;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Shared.Browser;
using Microsoft.Playwright;

namespace KedaStack.Tests.Reports.Simulate.Page;

/// <summary>The report in a real browser, from disk.</summary>
[Collection(BrowserTestGroup.Name)]
public sealed class ReportBrowserTests(BrowserFixture browser) : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [ChromiumTheory]
    [InlineData(390, 844, ColorScheme.Light, ".narrow")]
    [InlineData(390, 844, ColorScheme.Dark, ".narrow")]
    [InlineData(1280, 800, ColorScheme.Light, ".wide")]
    [InlineData(1280, 800, ColorScheme.Dark, ".wide")]
    public async Task Report_AnyScreen_FitsAndCanBeRead(int width, int height, ColorScheme scheme, string figure)
    {
        await using var tab = await browser.OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        var address = await OpenAsync(tab, "--compare", "scaleUpPolicies=1 Pods/30s,50 Percent/1m,window=1m");

        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal([figure], await tab.Page.EvaluateAsync<string[]>(
            "() => ['.wide', '.narrow'].filter(name => document.querySelector(name).checkVisibility())"));
        Assert.Empty(await tab.Page.EvaluateAsync<string[]>(TextContrast.TooLow));
        tab.AssertClean(address);
    }

    [ChromiumFact]
    public async Task Cursor_MovedByTheKeyboard_SaysTheValuesThere()
    {
        await using var tab = await browser.OpenAsync();
        var address = await OpenAsync(tab);
        await tab.Page.Locator("#time").FocusAsync();

        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await tab.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(tab.Page.Locator("#values")).ToHaveTextAsync("0:00  no sync yet");
        await tab.Page.Keyboard.PressAsync("End");

        await Assertions.Expect(tab.Page.Locator("#values")).ToHaveTextAsync(
            "1:00:00  load 0 req/s, value per replica 0, desired 1, Ready 1, limited: minReplicaCount");
        Assert.Equal("translate(886 0)", await tab.Page.Locator(".wide .cursor").GetAttributeAsync("transform"));
        Assert.Equal("translate(336 0)", await tab.Page.Locator(".narrow .cursor").GetAttributeAsync("transform"));
        Assert.Equal("polite", await tab.Page.Locator("#values").EvaluateAsync<string>("element => element.ariaLive ?? 'polite'"));
        tab.AssertClean(address);
    }

    [ChromiumFact]
    public async Task Cursor_PointedAt_FollowsInAllPanelsAndTheSlider()
    {
        await using var tab = await browser.OpenAsync();
        await OpenAsync(tab);
        var box = (await tab.Page.Locator(".wide svg").BoundingBoxAsync())!;

        await tab.Page.Mouse.MoveAsync((float)(box.X + (box.Width * (46 + (840 * 0.125)) / 900)), box.Y + 60);

        await Assertions.Expect(tab.Page.Locator("#values")).ToContainTextAsync("7:30  load 150 req/s");
        // The slider has a thousand places.
        Assert.InRange(int.Parse(await tab.Page.Locator("#time").InputValueAsync(), CultureInfo.InvariantCulture), 446, 454);
    }

    [ChromiumFact]
    public async Task Report_OnPaper_HasTheWideChartAndNoSlider()
    {
        await using var tab = await browser.OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            ColorScheme = ColorScheme.Dark,
        });
        await OpenAsync(tab);

        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.Equal([".wide"], await tab.Page.EvaluateAsync<string[]>(
            "() => ['.wide', '.narrow', '.reading'].filter(name => document.querySelector(name).checkVisibility())"));
        Assert.Equal("rgb(255, 255, 255)", await tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    public void Dispose() => _directory.Dispose();

    private async Task<Uri> OpenAsync(BrowserTab tab, params string[] arguments)
    {
        var path = _directory.Combine("out.html");
        await CommandRun.OfAsync(["simulate", "--report", path, .. arguments]);
        var address = new Uri(path);
        await tab.GoToAsync(address);
        return address;
    }
}
