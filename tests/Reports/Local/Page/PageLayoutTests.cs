using KedaStack.Tests.Shared.Browser;
using Microsoft.Playwright;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>Where things are on the page when its table of rules is open.</summary>
[Collection(BrowserTestGroup.Name)]
public sealed class PageLayoutTests(BrowserFixture browser)
{
    private const string TooWide = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)";
    private const string Heights = "figures => figures.map(figure => figure.getBoundingClientRect().height)";

    [ChromiumTheory]
    [InlineData(390)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task Rules_Open_StayInTheirCellsAndLeaveTheChartsAsTheyAre(int width)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromMinutes(7));
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        await tab.GoToAsync(client.Page.Address);
        await tab.Page.Locator(".why td").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var closed = await tab.Page.Locator(".charts figure").EvaluateAllAsync<double[]>(Heights);

        await tab.Page.Locator(".why summary").ClickAsync();

        Assert.Empty(await tab.Page.Locator(".why td").EvaluateAllAsync<string[]>(TooWide));
        Assert.Equal(closed, await tab.Page.Locator(".charts figure").EvaluateAllAsync<double[]>(Heights));
    }
}
