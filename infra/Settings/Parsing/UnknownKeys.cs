using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing;

/// <summary>Reports keys that are no settings: without it a slip of the pen would silently leave the default.</summary>
internal static class UnknownKeys
{
    public static void Check(RawSettings raw, ProblemLog problems)
    {
        foreach (var (key, value) in raw.Values)
        {
            if (SettingsCatalogue.Find(key) is not null)
            {
                continue;
            }

            var nearest = EditDistance.Nearest(key, SettingsCatalogue.All.Select(definition => definition.Key));
            problems.Add(
                key,
                "is not a setting",
                value.Shown,
                nearest is null ? "docs/settings.md lists them all" : $"did you mean {nearest}?");
        }
    }
}
