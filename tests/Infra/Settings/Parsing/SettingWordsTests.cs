using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class SettingWordsTests
{
    [Fact]
    public void Descriptions_NameEveryWord()
    {
        AssertDescribed(SettingKeys.Access, SettingWords.Access);
        AssertDescribed(SettingKeys.Kubelogin, SettingWords.Kubelogin);
        AssertDescribed(SettingKeys.Tier, SettingWords.Tier);
        AssertDescribed(SettingKeys.KedaInstallation, SettingWords.Installation);
        AssertDescribed(SettingKeys.FallbackBehavior, SettingWords.FallbackBehavior);
        AssertDescribed(SettingKeys.ScaleUpSelectPolicy, SettingWords.SelectPolicy);
        AssertDescribed(SettingKeys.ScaleDownSelectPolicy, SettingWords.SelectPolicy);
    }

    private static void AssertDescribed<T>(string key, Words<T> words)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>(), words.Entries.Select(entry => entry.Value));
        var description = SettingsCatalogue.Find(key)!.Description;
        Assert.All(words.All, word => Assert.Contains(word, description, StringComparison.Ordinal));
    }
}
