using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Checks;

/// <summary>The suppressions of a stack, whose ids only the catalogue of checks knows.</summary>
internal static class CheckSuppressions
{
    /// <summary>The ids that name no check.</summary>
    public static IReadOnlyList<SettingsProblem> Problems(StackSettings settings) =>
    [
        .. settings.SuppressedChecks.Keys
            .Where(id => CheckCatalogue.Find(id) is null)
            .Select(id => new SettingsProblem(SettingKeys.SuppressedChecks, $"names no check (got \"{id}\"); docs/checks.md lists the ids")),
    ];
}
