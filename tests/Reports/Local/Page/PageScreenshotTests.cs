using KedaStack.Tests.Shared;
using KedaStack.Tests.Shared.Browser;
using Microsoft.Playwright;

namespace KedaStack.Tests.Reports.Local.Page;

/// <summary>
/// The pictures of the page in the documentation. With KEDASTACK_IMAGES=write they are written anew; they are not compared,
/// since fonts differ from machine to machine.
/// </summary>
[Collection(BrowserTestGroup.Name)]
public sealed class PageScreenshotTests(BrowserFixture browser)
{
    private const int LargestBytes = 150_000;

    [ChromiumTheory]
    [InlineData("local-desktop-light", 1280, 800, ColorScheme.Light)]
    [InlineData("local-desktop-dark", 1280, 800, ColorScheme.Dark)]
    [InlineData("local-phone-light", 390, 844, ColorScheme.Light)]
    [InlineData("local-phone-dark", 390, 844, ColorScheme.Dark)]
    public async Task Picture_OfTheDemo_IsSmall(string name, int width, int height, ColorScheme scheme)
    {
        await using var client = await PageClient.StartAsync();
        client.Run.PlayTo(TimeSpan.FromSeconds(970));
        await using var tab = await browser.OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        await tab.GoToAsync(client.Page.Address);
        await Assertions.Expect(tab.Page.Locator("#state")).ToHaveTextAsync("Running");

        var picture = await tab.Page.ScreenshotAsync();

        Assert.InRange(picture.Length, 1, LargestBytes);
        if (Environment.GetEnvironmentVariable("KEDASTACK_IMAGES") == "write")
        {
            Directory.CreateDirectory(RepositoryRoot.PathOf("docs/images"));
            await File.WriteAllBytesAsync(RepositoryRoot.PathOf($"docs/images/{name}.png"), picture);
        }
    }
}
