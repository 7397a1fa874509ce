using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Graphs;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Doctor.Upgrades;

/// <summary>Something that holds no more after a step of an upgrade.</summary>
internal sealed record UpgradeBreak
{
    /// <summary>The first step without it.</summary>
    public required UpgradeStep Step { get; init; }

    /// <summary>Whether it stops working; else it works, but not as one may think.</summary>
    public required bool IsError { get; init; }

    /// <summary>The check that finds it.</summary>
    public required string Check { get; init; }

    /// <summary>The kind of the object.</summary>
    public required string Kind { get; init; }

    /// <summary>The object, as namespace/name.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the value; empty for the object as a whole.</summary>
    public required string Path { get; init; }

    /// <summary>What is found from then on.</summary>
    public required string Found { get; init; }

    /// <summary>What one sees then.</summary>
    public required string Means { get; init; }

    /// <summary>What is right then.</summary>
    public required string Expected { get; init; }

    /// <summary>The object and the path, for people.</summary>
    public string Place => $"{Name} ({Kind}){(Path.Length > 0 ? $" {Path}" : "")}";

    /// <summary>
    /// What the checks of files find in a cluster's objects with the versions of a step and did not find before. So no list of what each
    /// version breaks is kept here: a check that knows a version tells.
    /// </summary>
    /// <param name="answers">The answers with the objects.</param>
    /// <param name="ns">The namespace that alone is meant; null for all.</param>
    /// <param name="now">The versions of today.</param>
    /// <param name="steps">The steps, in order.</param>
    public static IReadOnlyList<UpgradeBreak> All(AnswerSet answers, string? ns, UpgradeStep now, IEnumerable<UpgradeStep> steps)
    {
        var seen = Findings(answers, ns, now).Select(Key).ToHashSet();
        return [.. steps.SelectMany(step => Findings(answers, ns, step).Where(finding => seen.Add(Key(finding))).Select(finding => Of(step, finding)))];
    }

    private static UpgradeBreak Of(UpgradeStep step, Finding finding) => new()
    {
        Step = step,
        IsError = finding.Severity == Severity.Error,
        Check = finding.Check.Id,
        Kind = finding.Resource?.Inputs.Text("kind") ?? "",
        Name = finding.Resource?.Name ?? "",
        Path = finding.Path,
        Found = finding.Found,
        Means = finding.Check.Failure,
        Expected = finding.Expected,
    };

    private static IEnumerable<Finding> Findings(AnswerSet answers, string? ns, UpgradeStep step)
    {
        // What is not there may not have been read; but so it was before.
        var graph = ClusterGraph.Of(answers, ns, new FileFacts(IsComplete: false, step.Keda ?? KedaVersion.Newest, step.Minor));
        var found = CheckRunner.Results(graph, [.. CheckCatalogue.All.Where(check => check.Info.NotForFiles is null)])
            .SelectMany(result => result.Findings).Where(finding => finding is { IsAbsence: false, Severity: not Severity.Information }).ToList();
        // What the cluster itself says of a place need not be said by others.
        var cluster = found.Where(finding => finding.Check.IsCluster).Select(finding => (finding.Resource?.Urn, finding.Path)).ToHashSet();
        return found.Where(finding => finding.Check.IsCluster || !cluster.Contains((finding.Resource?.Urn, finding.Path)));
    }

    private static (string, string?, string) Key(Finding finding) => (finding.Check.Id, finding.Resource?.Urn, finding.Path);
}
