using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Writing;
using KedaStack.Scaling;

namespace KedaStack.Reports.Simulate;

/// <summary>The settings that decide how the app scales, by key, as somebody would write them in a line.</summary>
internal static class ScalingValues
{
    private const string Group = "scaling";

    /// <summary>All of them in the catalogue's order; empty where nothing is said.</summary>
    public static IReadOnlyList<(string Key, string Value)> Of(ScalingSettings settings)
    {
        var values = ScalingWriter.Write(settings).Values;
        return [.. SettingsCatalogue.All
            .Where(setting => setting.Group == Group)
            .Select(setting => (setting.Key, Text(values.GetValueOrDefault(setting.Key))))];
    }

    private static string Text(RawValue? value) => value?.Text ?? string.Join(", ", value?.Items ?? []);
}
