using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Tests.Infra.Settings.Variants;

public sealed class SettingVariantsTests
{
    /// <summary>A new setting needs its values in <see cref="AlternativeValues"/>, so that the stacks with it are looked at.</summary>
    [Fact]
    public void AlternativeValues_OfEverySetting_AreThere() => Assert.Equal(
        SettingsCatalogue.All.Select(definition => definition.Key).Order(StringComparer.Ordinal),
        AlternativeValues.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void AlternativeValues_EachAlone_AreRight() => Assert.All(
        AlternativeValues.All.SelectMany(entry => entry.Value.Select(value => (entry.Key, Value: value))),
        given => Assert.Empty(SettingsParser.Parse(RawSettings.Empty.With(given.Key, given.Value)).Problems));

    [Fact]
    public void AlternativeValues_OfABoolean_AreTheOther() => Assert.All(
        SettingsCatalogue.All.Where(definition => definition.Type is SettingType.Boolean),
        definition => Assert.Equal([definition.Default == "true" ? "false" : "true"], AlternativeValues.All[definition.Key]));

    [Fact]
    public void Variants_Always_AreRight() => Assert.All(SettingVariants.Raw, raw => Assert.Empty(SettingsParser.Parse(raw).Problems));

    [Fact]
    public void Variants_OfEveryTwoSettings_HaveEveryTwoValues()
    {
        var keys = SettingsCatalogue.All.Select(definition => definition.Key).ToList();
        var missing =
            from first in keys.Index()
            from second in keys.Skip(first.Index + 1)
            from one in SettingVariants.ValuesOf(first.Item)
            from other in SettingVariants.ValuesOf(second)
            where SettingsParser.Parse(With(With(RawSettings.Empty, first.Item, one), second, other)).IsValid
                && !SettingVariants.Raw.Any(raw => Has(raw, first.Item, one) && Has(raw, second, other))
            select $"{first.Item} = {one}, {second} = {other}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Variants_Always_AreFew() => Assert.InRange(SettingVariants.Raw.Count, 10, 60);

    private static RawSettings With(RawSettings raw, string key, string? value) => value is null ? raw : raw.With(key, value);

    private static bool Has(RawSettings raw, string key, string? value) => raw.Values.GetValueOrDefault(key)?.Text == value;
}
