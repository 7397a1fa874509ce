using System.Globalization;
using KedaStack.Infra.Settings.Parsing;

namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class CultureTests
{
    // In Turkish, I and i are different letters even ignoring case; in German, 2.5 is 25.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Parse_InAnyCulture_GivesTheSame(string culture)
    {
        var good = Given.Raw(("threshold", "2.5"), ("minReplicaCount", "0"), ("tier", "Premium"), ("tags", "I=1,\u0131=2"), ("window", "1h30m"));
        var bad = Given.Raw(("LOCATION", "x"), ("m\u0131nReplicaCount", "1"), ("threshold", "2,5"), ("nodeCountMin", "1.000"), ("tier", "FREE"), ("location", "WEST INDIA"));
        var expected = In("", () => (Given.Text(SettingsParser.Parse(good)), Given.Text(SettingsParser.Parse(bad))));
        var actual = In(culture, () => (Given.Text(SettingsParser.Parse(good)), Given.Text(SettingsParser.Parse(bad))));
        Assert.Equal(expected, actual);
        Assert.Contains("write westindia", actual.Item2, StringComparison.Ordinal);
    }

    private static T In<T>(string culture, Func<T> function)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return function();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
