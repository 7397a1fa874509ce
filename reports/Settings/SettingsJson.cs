using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Settings;

/// <summary>All settings for machines: <c>settings</c>, each with <c>key</c>, <c>group</c>, <c>type</c>, <c>default</c> as text, and <c>description</c>.</summary>
internal static class SettingsJson
{
    /// <summary>The JSON.</summary>
    public static string Write() => MachineJson.Write(new JsonObject
    {
        ["settings"] = new JsonArray([.. SettingsCatalogue.All.Select(setting => (JsonNode)new JsonObject
        {
            ["key"] = setting.Key,
            ["group"] = setting.Group,
            ["type"] = MachineName.Of(setting.Type),
            ["default"] = setting.Default,
            ["description"] = setting.FullDescription,
        })]),
    });
}
