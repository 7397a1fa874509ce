namespace KedaStack.Tests.Scaling.Upstream;

/// <summary>Asserts that the cases taken over and the ones that cannot apply are together all of an upstream file's.</summary>
internal static class UpstreamCoverage
{
    public static void AssertComplete(
        IReadOnlyList<UpstreamRow> all, IEnumerable<UpstreamRow> applied, IReadOnlyList<UpstreamRow> notApplicable)
    {
        var cases = applied.Concat(notApplicable).ToArray();
        Assert.Equal(cases.Length, cases.Select(row => row.Name).Distinct().Count());
        Assert.All(notApplicable, row => Assert.NotEmpty(row["reason"]));
        var counts = cases.GroupBy(row => row.Function).ToDictionary(group => group.Key, group => group.Sum(row => row.Cases));
        Assert.Equal(
            all.Select(row => $"{row.Name} {row["cases"]}").Order(StringComparer.Ordinal),
            counts.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal));
    }
}
