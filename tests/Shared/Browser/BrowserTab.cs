using Microsoft.Playwright;

namespace KedaStack.Tests.Shared.Browser;

/// <summary>A tab that keeps in mind what a good page never does.</summary>
internal sealed class BrowserTab : IAsyncDisposable
{
    private const string TellViolations =
        "addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));";

    private readonly List<string> _complaints = [];
    private readonly List<Uri> _requests = [];

    private BrowserTab(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, policy violations and exceptions so far.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What was asked for so far, from anybody.</summary>
    public IReadOnlyList<Uri> Requests => _requests;

    public static async Task<BrowserTab> CreateAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(TellViolations);
        var tab = new BrowserTab(await context.NewPageAsync());
        tab.Page.Console += (_, message) => tab._complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        tab.Page.PageError += (_, error) => tab._complaints.Add(error);
        tab.Page.Request += (_, request) => tab._requests.Add(new Uri(request.Url));
        return tab;
    }

    /// <summary>Opens a page.</summary>
    public Task GoToAsync(Uri address) => Page.GotoAsync(address.ToString());

    /// <summary>Fails when the page complained or asked anybody but its own server.</summary>
    public void AssertClean(Uri address)
    {
        Assert.Empty(_complaints);
        Assert.All(_requests, request => Assert.Equal(address.Authority, request.Authority));
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
