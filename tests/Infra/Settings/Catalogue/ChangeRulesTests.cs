using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Changes;

namespace KedaStack.Tests.Infra.Settings.Catalogue;

public sealed class ChangeRulesTests
{
    [Fact]
    public void Settings_OfARule_SayItInTheirDescription() => Assert.All(
        ChangeRules.All.SelectMany(rule => rule.Settings.Select(key => (Key: key, Rule: rule))),
        entry => Assert.EndsWith(entry.Rule.Description, SettingsCatalogue.Find(entry.Key)!.FullDescription, StringComparison.Ordinal));

    [Fact]
    public void Description_OfARule_IsThereExactlyWhenASettingSaysIt() =>
        Assert.All(ChangeRules.All, rule => Assert.Equal(rule.Settings.Count > 0, rule.Description.Length > 0));

    [Fact]
    public void Clauses_OfARule_HaveNoFullStop() => Assert.All(ChangeRules.All, rule =>
    {
        Assert.False(rule.Consequence.EndsWith('.'));
        Assert.False(rule.Way.EndsWith('.'));
    });

    [Fact]
    public void Table_OfTheRules_HasARowForEachAndNoPlaceholder()
    {
        var rows = ChangesTable.ToMarkdown().Split('\n');

        Assert.Equal(ChangeRules.All.Count + 2, rows.Length);
        Assert.DoesNotContain(rows, row => row.Contains('{', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", "text")]
    [InlineData("list[1].b", "true")]
    [InlineData("list", """[{"b":1},{"b":true}]""")]
    [InlineData("list[2].b", null)]
    [InlineData("a.b", null)]
    [InlineData("none", null)]
    public void Find_OfAPath_GivesTheValueAsText(string path, string? expected) =>
        Assert.Equal(expected, InputPath.Find((JsonObject)JsonNode.Parse("""{"a":"text","list":[{"b":1},{"b":true}]}""")!, path));
}
