using KedaStack.Checks;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Sources;

namespace KedaStack.Cli.Options;

/// <summary>The suppressions of a stack, whose ids only the command line knows.</summary>
internal static class CheckSuppressions
{
    /// <summary>The reasons by the id of the check; null when an id is unknown, which has then been written.</summary>
    public static IReadOnlyDictionary<string, string>? Read(StackConfiguration configuration, Terminal terminal)
    {
        var suppressions = configuration.Result.Settings!.SuppressedChecks;
        var unknown = suppressions.Keys.Where(id => CheckCatalogue.Find(id) is null).ToList();
        foreach (var id in unknown)
        {
            terminal.Note(new SettingsProblem(
                SettingKeys.SuppressedChecks, $"names no check (got \"{id}\"); docs/checks.md lists the ids").ToString());
        }

        return unknown.Count == 0 ? suppressions : null;
    }
}
