using System.Diagnostics.CodeAnalysis;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks;

/// <summary>Runs checks over a stack.</summary>
internal static class CheckRunner
{
    private const string SingleScalerId = "single-scaler";

    /// <summary>Runs the checks of the catalogue.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="suppressions">The reasons not to report, by the id of the check.</param>
    public static CheckReport Run(ResourceGraph stack, IReadOnlyDictionary<string, string> suppressions) =>
        Run(stack, CheckCatalogue.OfStack, suppressions);

    /// <summary>Runs the given checks; one that throws does not stop the others.</summary>
    public static CheckReport Run(
        ResourceGraph stack, IReadOnlyList<Check> checks, IReadOnlyDictionary<string, string> suppressions)
    {
        var results = Results(stack, checks);
        var findings = results.SelectMany(result => result.Findings).ToLookup(finding => suppressions.ContainsKey(finding.Check.Id));
        return new CheckReport
        {
            Stack = stack.Stack,
            Passed = results.Count(result => result.Findings.Count == 0),
            // The order of equals is kept.
            Findings = [.. findings[false].OrderByDescending(finding => finding.Severity)],
            Suppressed = [.. findings[true].Select(finding => new SuppressedFinding(finding, suppressions[finding.Check.Id]))],
        };
    }

    /// <summary>What each of the checks finds.</summary>
    internal static IReadOnlyList<(Check Check, IReadOnlyList<Finding> Findings)> Results(ResourceGraph stack, IReadOnlyList<Check> checks)
    {
        var view = new StackView(stack);
        return [.. checks.Select(check => (check, (IReadOnlyList<Finding>)[.. Run(check, view).Where(finding => IsOfStack(finding, stack.Given)).Select(finding => Judged(finding, stack.Given))]))];
    }

    // What the project asks of its own objects only, it does not ask of those that are there; what is wrong between them and the
    // stack is a refusal.
    private static bool IsOfStack(Finding finding, GivenParts given) => finding.Resource is not { } resource || !given.Objects.Contains(resource)
        || (finding.Check.NotForFiles is null && finding.Check.Id != SingleScalerId);

    // What is missing of an app that is there already may be there: nobody has read it.
    private static Finding Judged(Finding finding, GivenParts given) =>
        finding.IsAbsence && finding.Resource is { } resource && given.Namespaces.Contains(resource.Namespace())
            ? finding with { Severity = Severity.Information, Found = $"{finding.Found}: not read", Expected = $"{finding.Expected}; give what kubectl get writes with -o json to --given" }
            : finding;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong in one check, the others are still worth having.")]
    private static List<Finding> Run(Check check, StackView stack)
    {
        try
        {
            return [.. check.Run(stack)];
        }
        catch (Exception exception)
        {
            return
            [
                new Finding
                {
                    Check = check.Info,
                    Path = "",
                    Found = $"the check itself failed: {exception.GetType().Name}: {exception.Message}",
                    Expected = "resources of a shape that the check can read; if they are right, the check is wrong: please report it",
                },
            ];
        }
    }
}
