namespace KedaStack.Tests.Shared.Browser;

/// <summary>The tests that share the browser; one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTestGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
