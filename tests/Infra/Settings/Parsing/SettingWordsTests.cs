using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Scaling.Keda;

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
        AssertDescribed(SettingKeys.PrometheusAuth, SettingWords.PrometheusAuth);
        AssertDescribed(SettingKeys.PrometheusScope, SettingWords.Scope);
        AssertDescribed(SettingKeys.Samples, SettingWords.Samples);
        // The stack has no formula, without which this one makes the HPA scale in.
        AssertDescribed(SettingKeys.FallbackBehavior, SettingWords.FallbackBehavior, FallbackBehavior.ScalingModifiers);
        AssertDescribed(SettingKeys.ScaleUpSelectPolicy, SettingWords.SelectPolicy);
        AssertDescribed(SettingKeys.ScaleDownSelectPolicy, SettingWords.SelectPolicy);
    }

    private static void AssertDescribed<T>(string key, Words<T> words, params T[] excluded)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Except(excluded), words.Entries.Select(entry => entry.Value));
        var description = SettingsCatalogue.Find(key)!.Description;
        Assert.All(words.All, word => Assert.Contains(word, description, StringComparison.Ordinal));
    }
}
