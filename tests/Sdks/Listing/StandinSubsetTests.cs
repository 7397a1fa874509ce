using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>The stand-ins have nothing that the official packages lack.</summary>
public class StandinSubsetTests
{
    public static TheoryData<string> Assemblies => [.. ApiListing.Files.Keys];

    [SharedTheory(ApiListing.Folder)]
    [MemberData(nameof(Assemblies))]
    public void Member_OfAStandin_IsInTheListing(string assembly)
        => AssertNone(ApiPrinter.Print(StandinAssemblies.Instance[assembly]).Except(ApiListing.Official(assembly)));

    [SharedTheory(ApiListing.Folder)]
    [MemberData(nameof(Assemblies))]
    public void WireName_OfAStandin_IsInTheListing(string assembly)
        => AssertNone(ApiFacts.Print(StandinAssemblies.Instance[assembly]).Except(ApiListing.Official(assembly)));

    [SharedTheory(ApiListing.Folder)]
    [MemberData(nameof(Assemblies))]
    public void Fact_InUse_IsInTheListing(string assembly)
        => AssertNone(ApiListing.InUse(assembly).Except(ApiListing.Official(assembly)));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Facts_AreSorted(string assembly)
    {
        var facts = ApiListing.InUse(assembly);

        Assert.Equal(facts.Distinct().Order(StringComparer.Ordinal), facts);
    }

    /// <summary>The other way round: a fact that is in use is there, so that none is lost by the generator.</summary>
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Fact_InUse_IsInTheStandin(string assembly)
    {
        var standin = StandinAssemblies.Instance[assembly];

        AssertNone(ApiListing.InUse(assembly).Except(ApiPrinter.Print(standin)).Except(ApiFacts.Print(standin)));
    }

    private static void AssertNone(IEnumerable<string> lines)
        => Assert.Equal("", string.Join('\n', lines.Order(StringComparer.Ordinal)));
}
