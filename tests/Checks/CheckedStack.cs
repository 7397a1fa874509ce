using System.Runtime.CompilerServices;
using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks;

/// <summary>What the checks find in a stack beyond what they find in the real one that it was made from.</summary>
internal static class CheckedStack
{
    private static readonly Dictionary<string, string> _noSuppressions = [];

    // Hundreds of tests start from the same few.
    private static readonly ConditionalWeakTable<ResourceGraph, HashSet<(string Id, string? Urn, string Path)>> _ofReal = [];

    /// <summary>The report on a stack.</summary>
    public static CheckReport Report(ResourceGraph stack) => CheckRunner.Run(stack, _noSuppressions);

    /// <summary>The findings that the real stack does not have.</summary>
    public static IReadOnlyList<Finding> NewFindings(ResourceGraph real, ResourceGraph changed)
    {
        var before = _ofReal.GetValue(real, static stack => [.. Report(stack).Findings.Select(Key)]);
        return [.. Report(changed).Findings.Where(finding => !before.Contains(Key(finding)))];
    }

    /// <summary>A finding in one line.</summary>
    public static string Shown(Finding finding) => $"{finding.Check.Id}: {finding.Place}: {finding.Found}; expected {finding.Expected}";

    private static (string Id, string? Urn, string Path) Key(Finding finding) => (finding.Check.Id, finding.Resource?.Urn, finding.Path);
}
