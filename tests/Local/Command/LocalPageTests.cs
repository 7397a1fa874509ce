using KedaStack.Tests.Shared;
using KedaStack.Tests.Shared.Browser;
using Microsoft.Playwright;

namespace KedaStack.Tests.Local.Command;

/// <summary>A real run, on its page in a real browser.</summary>
[Collection(LocalProcesses.Name)]
public sealed class LocalPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string PageIs = "The page is ";

    [PageFact]
    public async Task Page_OfARealRun_FollowsItAndStopsIt()
    {
        using var directory = new TemporaryDirectory();
        var report = directory.Combine("report.html");
        using var process = new KedaStackProcess(
            path: null, "--traffic", "0s:60", "--duration", "10h", "--speed", "20", "--prometheus", "built-in", "--port", "0", "--report", report);
        var address = new Uri((await process.WaitForLineAsync(PageIs))[PageIs.Length..]);
        await using var tab = await browser.OpenAsync();

        await tab.GoToAsync(address);
        await Assertions.Expect(tab.Page.Locator("#state")).ToHaveTextAsync("Running");
        await Assertions.Expect(tab.Page.Locator("#offered")).ToHaveTextAsync("60.0");
        await Assertions.Expect(tab.Page.Locator("#decisions tr")).Not.ToHaveCountAsync(0);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Less load" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#offered")).ToHaveTextAsync("30.0");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "More load" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#offered")).ToHaveTextAsync("60.0");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator("#notice")).ToHaveTextAsync("The run has ended (stopped); its result is below.");
        await Assertions.Expect(tab.Page.Locator("#sentences")).ToContainTextAsync("No request was lost");
        Assert.Equal(0, await process.WaitForExitAsync());
        Assert.Contains("beside its prediction", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        tab.AssertClean(address);
    }
}
