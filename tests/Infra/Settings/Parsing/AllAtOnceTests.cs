using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class AllAtOnceTests
{
    private static readonly (string, string)[] _bad =
    [
        ("zzz", "1"),
        ("threshold", "-1"),
        ("thresold", "20"),
        ("location", "East US"),
        ("tags", "a=1,b,a=2"),
        ("zones", "1,9"),
        ("window", "1s"),
        ("aaa", "1"),
    ];

    [Fact]
    public void Parse_ManyProblems_ReportsAllInTheCataloguesOrderUnknownKeysLast() =>
        Assert.Equal(
            [
                """location: is not the short name of an Azure region (got "East US"); write eastus""",
                """tags: has an item without = (got "b"); write name=value""",
                """tags: has the same tag twice (got "a=2"); keep one of them; the case of a tag's name does not matter""",
                """zones: has an unknown zone (got "9"); write 1, 2 or 3""",
                """window: is shorter than two scrape intervals, the least that rate() needs (got "1s" with scrapeInterval "15s"); write at least 30s, better 1m""",
                """threshold: is not above 0 (got "-1"); write a decimal number above 0, such as 10 or 2.5""",
                """aaa: is not a setting (got "1"); docs/settings.md lists them all""",
                """thresold: is not a setting (got "20"); did you mean threshold?""",
                """zzz: is not a setting (got "1"); docs/settings.md lists them all""",
            ],
            Given.Problems(_bad));

    [Fact]
    public void Parse_SameProblemsInAnotherOrder_ReportsThemTheSame() =>
        Assert.Equal(Given.Problems(_bad), Given.Problems([.. _bad.Reverse()]));

    [Fact]
    public void Parse_Problems_GivesNoSettings()
    {
        var result = SettingsParser.Parse(Given.Raw(_bad));
        Assert.False(result.IsValid);
        Assert.Null(result.Settings);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("[[]]")]
    [InlineData("99999999999999999999999999999999999999999999999999")]
    [InlineData("\"'`${}<>|&;")]
    public void Parse_RubbishForEveryKey_NeverThrowsAndReportsEachKeyAtMostOnce(string rubbish)
    {
        var values = SettingsCatalogue.All.Select(definition => (definition.Key, rubbish)).ToArray();
        var problems = SettingsParser.Parse(Given.Raw(values)).Problems;
        Assert.Equal(problems.Select(problem => problem.Key).Distinct(), problems.Select(problem => problem.Key));
        Assert.True(problems.Count > SettingsCatalogue.All.Count * 3 / 4, $"only {problems.Count} of {SettingsCatalogue.All.Count} keys refuse it");
    }

    [Fact]
    public void Parse_UnusableValues_ReportsEachKeyOnceWithItsDefect()
    {
        var raw = SettingsCatalogue.All.Aggregate(
            RawSettings.Empty,
            (settings, definition) => settings.With(definition.Key, RawValue.Unusable("is bad (got x); write y")));
        Assert.Equal(
            SettingsCatalogue.All.Select(definition => $"{definition.Key}: is bad (got x); write y"),
            Given.Lines(SettingsParser.Parse(raw)));
    }

    [Fact]
    public void Parse_ListWhereATextIsNeeded_IsReported() =>
        Assert.Equal(
            ["""threshold: is a list (got ["1", "2"]); write a single value"""],
            Given.Lines(SettingsParser.Parse(RawSettings.Empty.With("threshold", RawValue.OfItems(["1", "2"])))));
}
