namespace KedaStack.Tests.Checks;

public sealed class UnknownRegionTests
{
    [Theory]
    [InlineData("westus42", "perhaps westus2, westus, westus3")]
    [InlineData("usgovvirgina", "perhaps usgovvirginia")]
    [InlineData("nowhereatall", null)]
    public void Found_InARegionThatIsNotKnown_NamesTheNearest(string region, string? suggestions)
    {
        var finding = Assert.Single(
            CheckedStack.Report(PreviewedStacks.Preview($"location={region}")).Findings, finding => finding.Check.Id == "region-unknown");

        Assert.Equal(region, finding.Found);
        Assert.StartsWith("one of the ", finding.Expected, StringComparison.Ordinal);
        Assert.Contains(" regions known in November 2026", finding.Expected, StringComparison.Ordinal);
        if (suggestions is null)
        {
            Assert.DoesNotContain("perhaps", finding.Expected, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains(suggestions, finding.Expected, StringComparison.Ordinal);
        }
    }
}
