using Microsoft.Playwright;

namespace KedaStack.Tests.Shared.Browser;

/// <summary>One browser for all tests of pages, started by the first that needs it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Busy machines are slow, and what is waited for comes or does not.
    private const float MostMilliseconds = 30_000;

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public BrowserFixture() => _browser = new(StartAsync);

    /// <summary>A new tab that shares nothing with others.</summary>
    /// <param name="options">Its size and what it prefers; null for a desktop.</param>
    internal async Task<BrowserTab> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var browser = await _browser.Value;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(MostMilliseconds);
        Assertions.SetDefaultExpectTimeout(MostMilliseconds);
        return await BrowserTab.CreateAsync(context);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).CloseAsync();
            _playwright?.Dispose();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Program,
            Args = Chromium.Arguments,
        });
    }
}
