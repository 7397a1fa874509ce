using KedaStack.Checks.Rules;
using KedaStack.Resources.Files;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Checks;

/// <summary>Runs checks over files, each variant for itself.</summary>
internal static class FileChecks
{
    /// <summary>Runs every check that applies.</summary>
    /// <param name="files">What was read.</param>
    /// <param name="facts">What is known beside it.</param>
    /// <param name="isWanted">Whether a finding about an object is reported.</param>
    public static CheckReport Run(GivenFiles files, FileFacts facts, Func<GraphResource?, bool> isWanted)
    {
        var variants = GivenVariants.Of(files, facts);
        var reasons = new Dictionary<Check, string>();
        var findings = CheckCatalogue.All.ToDictionary(check => check, _ => new List<Finding>());
        var ran = new HashSet<Check>();
        foreach (var variant in variants)
        {
            var types = variant.Resources.Select(resource => resource.Type).ToHashSet(StringComparer.Ordinal);
            var checks = new List<Check>();
            foreach (var check in CheckCatalogue.All)
            {
                if (Objection(check.Info, types) is { } reason)
                {
                    reasons.TryAdd(check, reason);
                }
                else
                {
                    checks.Add(check);
                }
            }

            foreach (var (check, found) in CheckRunner.Results(variant, checks))
            {
                ran.Add(check);
                findings[check].AddRange(found);
            }
        }

        var cluster = CheckCatalogue.All.Where(check => check.Info.IsCluster).SelectMany(check => findings[check])
            .Select(finding => (finding.Resource?.Urn, finding.Path)).ToHashSet();
        var all = CheckCatalogue.All.Where(ran.Contains)
            .SelectMany(check => findings[check].Where(finding => check.Info.IsCluster || !cluster.Contains((finding.Resource?.Urn, finding.Path))))
            .DistinctBy(finding => (finding.Check.Id, finding.Resource?.Urn, finding.Path, finding.Found))
            .Where(finding => isWanted(finding.Resource))
            .Select(finding => Judged(finding, facts));
        return new CheckReport
        {
            Stack = Shown.Count(files.Objects.Count, "object"),
            Passed = ran.Count(check => findings[check].Count == 0),
            // The order of equals is kept.
            Findings = [.. all.OrderByDescending(finding => finding.Severity)],
            Suppressed = [],
            NotApplicable = [.. CheckCatalogue.All.Where(check => !ran.Contains(check)).GroupBy(check => reasons.GetValueOrDefault(check, "nothing was given"))
                .Select(group => new NotApplicable(group.Key, [.. group.Select(check => check.Info.Id)]))],
            Notes = [.. facts.Notes, .. Notes(files, variants)],
            IsPartial = files.Problems.Count > 0,
        };
    }

    private static string? Objection(CheckInfo check, HashSet<string> types) =>
        check.NotForFiles ?? (check.About.Count == 0 || check.About.Any(types.Contains) ? null
            : $"no {string.Join(" or ", check.About.Select(type => type[(type.LastIndexOf(':') + 1)..]).Distinct())} among these files");

    private static Finding Judged(Finding finding, FileFacts facts) => facts.IsComplete ? finding
        : finding.IsAbsence ? finding with { Severity = Severity.Information, Found = $"{finding.Found}: not among these files" }
        : Placeholder.In(finding.Resource?.Inputs.Text(finding.Path)) is { } placeholder
            ? finding with { Severity = Severity.Information, Found = $"{finding.Found}: {placeholder} is still to be filled in" }
        : finding;

    private static IEnumerable<string> Notes(GivenFiles files, IReadOnlyList<ResourceGraph> variants)
    {
        foreach (var note in files.Notes)
        {
            yield return note;
        }

        foreach (var job in files.Objects.Select(given => given.Resource).Where(resource => resource.Type == ResourceTypes.ScaledJob))
        {
            yield return $"{job.Origin!.Shown("")} is the ScaledJob {job.Name}: it starts Jobs and has no HPA, and only what KEDA removed is looked for";
        }

        if (variants.Count > 1)
        {
            yield return $"{Shown.Count(variants.Count, "variant")}, each checked by itself: {string.Join(", ", variants.Select(variant => variant.Stack.Length == 0 ? "the rest" : variant.Stack.StartsWith("./", StringComparison.Ordinal) ? variant.Stack[2..] : variant.Stack))}. "
                + "Rendered output is the better input: kustomize build <folder> | kedastack check -, or helm template <chart> | kedastack check -";
        }

        if (files.Others > 0)
        {
            yield return $"{Shown.Count(files.Others, "document")} of other kinds left out: no apiVersion and kind";
        }
    }
}
