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

    /// <summary>
    /// The other way round again, for methods that a call could take one for the other: with one of them missing, the call
    /// could mean another one here than with the official packages, or mean one here and be ambiguous (CS0121) there.
    /// </summary>
    [SharedTheory(ApiListing.Folder)]
    [MemberData(nameof(Assemblies))]
    public void Overload_ThatCompetesWithOneOfAStandin_IsThere(string assembly)
    {
        var standin = StandinAssemblies.Instance[assembly];
        var implemented = ApiPrinter.Print(standin).Select(Overload.Parse).OfType<Overload>().ToLookup(overload => overload.Name);
        var unusable = standin.GetExportedTypes().Except(StandinAssemblies.Implemented(standin)).Select(type => type.FullName).ToHashSet();

        AssertNone(
            from line in ApiListing.Official(assembly)
            let overload = Overload.Parse(line)
            where overload is not null
                && implemented[overload.Name].Any(overload.CompetesWith)
                && !implemented[overload.Name].Any(other => other.Line == line)
                && !overload.TypeNames().Any(unusable.Contains)
            select line);
    }

    private static void AssertNone(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines.Order(StringComparer.Ordinal));
        Assert.True(text.Length == 0, text);
    }
}
