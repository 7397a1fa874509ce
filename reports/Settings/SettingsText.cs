using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Settings;

/// <summary>All settings for people.</summary>
internal static class SettingsText
{
    /// <summary>The text: the settings of each group with their defaults and descriptions.</summary>
    /// <param name="widthColumns">The width.</param>
    public static string Write(int widthColumns)
    {
        var page = new TextPage(widthColumns);
        foreach (var group in SettingsCatalogue.All.GroupBy(setting => setting.Group))
        {
            page.Line(group.Key);
            page.Table([.. group.Select(setting => (string[])[setting.Key, setting.Default, CommandName.In(setting.FullDescription)])]);
        }

        return page.ToString();
    }
}
