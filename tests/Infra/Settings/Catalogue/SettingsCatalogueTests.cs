using KedaStack.Infra.Settings.Catalogue;

namespace KedaStack.Tests.Infra.Settings.Catalogue;

public sealed class SettingsCatalogueTests
{
    [Fact]
    public void All_KeysAreFlatCamelCaseAndEachThereOnce()
    {
        var keys = SettingsCatalogue.All.Select(definition => definition.Key).ToList();
        Assert.Equal(keys.Distinct(StringComparer.OrdinalIgnoreCase), keys);
        Assert.All(keys, key => Assert.Matches("^[a-z][A-Za-z]*$", key));
    }

    [Fact]
    public void All_NameEveryKeyOfSettingKeys()
    {
        var named = typeof(SettingKeys).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(named, SettingsCatalogue.All.Select(definition => definition.Key));
    }

    [Fact]
    public void All_GroupsStandTogether() =>
        Assert.Equal(
            ["general", "cluster", "monitoring", "keda", "workload", "scaling"],
            SettingsCatalogue.All.Select(definition => definition.Group).Distinct());

    [Fact]
    public void Descriptions_AreShortPlainSentences() =>
        Assert.All(SettingsCatalogue.All, definition =>
        {
            Assert.EndsWith(".", definition.Description, StringComparison.Ordinal);
            Assert.InRange(definition.Description.Length, 20, 200);
            Assert.InRange(definition.OnChange.Length, 0, 200);
            Assert.All(definition.FullDescription, character => Assert.InRange(character, ' ', '~'));
        });

    [Fact]
    public void Descriptions_OfOptionalTextsAndLists_SayWhatEmptyMeans() =>
        Assert.All(
            SettingsCatalogue.All.Where(definition => definition.Default is "" or "[]" && definition.Key != SettingKeys.Tags),
            definition => Assert.Contains("Empty: ", definition.Description, StringComparison.Ordinal));

    [Fact]
    public void Find_UnknownKey_IsNull() => Assert.Null(SettingsCatalogue.Find("Threshold"));
}
