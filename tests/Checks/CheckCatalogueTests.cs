using System.Text.RegularExpressions;
using KedaStack.Checks;
using KedaStack.Checks.Reports;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks;

public sealed class CheckCatalogueTests
{
    public static TheoryData<string> Ids => [.. CheckCatalogue.All.Select(check => check.Info.Id)];

    [Fact]
    public void Ids_Always_AreUnique() =>
        Assert.Equal(CheckCatalogue.All.Count, CheckCatalogue.All.DistinctBy(check => check.Info.Id).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_OfACheck_IsLowerCaseWordsWithHyphens(string id) =>
        Assert.Matches(new Regex("^[a-z]+(-[a-z]+)*$", RegexOptions.CultureInvariant), id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Text_OfACheck_IsThere(string id)
    {
        var info = CheckCatalogue.Find(id)!.Info;

        Assert.All([info.Title, info.Failure, info.Cause, info.Fix], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.False(info.Title.EndsWith('.') || info.Failure.EndsWith('.'), "Title and failure have no full stop.");
        Assert.True(info.Cause.EndsWith('.') && info.Fix.EndsWith('.'), "Cause and fix are sentences.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Link_OfACheck_LeadsToAHeading(string id)
    {
        var link = CheckCatalogue.Find(id)!.Info.Link.Split('#');

        Assert.Contains($"\n### {link[1]}\n", RepositoryRoot.Read(link[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Docs_CheckedIn_AreThoseOfTheCatalogue() => Assert.Equal(CheckDocs.Write(), RepositoryRoot.Read(CheckDocs.Path));

    [Fact]
    public void Versions_CheckedIn_AreThoseOfTheTable()
    {
        var page = RepositoryRoot.Read(VersionDocs.Path);

        Assert.Contains("| 1.33 | 2.16.1 | 2.17 | July 2026 | July 2027 |", page, StringComparison.Ordinal);
        Assert.Equal(VersionDocs.WithTable(page), page);
        Assert.Equal(page, VersionDocs.WithTable(page.Replace("| 1.33 | 2.16.1 |", "| 1.33 | 2.0.0 |", StringComparison.Ordinal)));
    }

    // What has not both markers in their order stays as it is.
    [Theory]
    [InlineData("a page without a table")]
    [InlineData("END and no begin")]
    [InlineData("BEGIN and no end")]
    [InlineData("END before BEGIN")]
    public void Versions_OfAPageWithoutBothMarkers_AreNotWritten(string page)
    {
        var lines = RepositoryRoot.Read(VersionDocs.Path).Split('\n');
        var marked = page
            .Replace("BEGIN", lines.Single(line => line.EndsWith(": begin -->", StringComparison.Ordinal)), StringComparison.Ordinal)
            .Replace("END", lines.Single(line => line.EndsWith(": end -->", StringComparison.Ordinal)), StringComparison.Ordinal);

        Assert.Equal(marked, VersionDocs.WithTable(marked));
    }

    [Fact]
    public void Versions_OfAPageThatBeginsWithThem_KeepWhatComesAfter()
    {
        var page = RepositoryRoot.Read(VersionDocs.Path);
        var begin = page[page.IndexOf("<!-- Generated", StringComparison.Ordinal)..];

        Assert.Equal(begin, VersionDocs.WithTable(begin));
    }
}
