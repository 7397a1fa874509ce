using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Graphs;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Doctor.Upgrades;

/// <summary>What breaks when a cluster is upgraded.</summary>
internal sealed record UpgradeReport
{
    /// <summary>The option that asks for it.</summary>
    public const string Option = "--upgrade-to";

    private static readonly (string Kind, string Plural)[] _kinds =
    [
        ("ScaledObject", "scaledobjects"), ("ScaledJob", "scaledjobs"), ("TriggerAuthentication", "triggerauthentications"),
        ("ClusterTriggerAuthentication", "clustertriggerauthentications"), ("HorizontalPodAutoscaler", "horizontalpodautoscalers"),
    ];

    private static readonly string _all = ApiPath.OfAll(ApiPath.Upgraded[0].Group, ApiPath.Upgraded[0].Plural);

    /// <summary>Where the answers are from.</summary>
    public required string Source { get; init; }

    /// <summary>Why from there.</summary>
    public required string Why { get; init; }

    /// <summary>The version of the API server; null where it was not read.</summary>
    public required string? Kubernetes { get; init; }

    /// <summary>The versions of today.</summary>
    public required UpgradeStep Now { get; init; }

    /// <summary>The versions after the upgrade.</summary>
    public required UpgradeStep Then { get; init; }

    /// <summary>What breaks, in the order of the steps; the worse first.</summary>
    public required IReadOnlyList<UpgradeBreak> Breaks { get; init; }

    /// <summary>How many objects of each kind were read.</summary>
    public required IReadOnlyList<(string Kind, int Count)> Read { get; init; }

    /// <summary>The namespaces that alone were read; null for all.</summary>
    public required IReadOnlyList<string>? Namespaces { get; init; }

    /// <summary>What could not be read, and why.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>What was assumed, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How much of it stops working.</summary>
    public int Errors => Breaks.Count(one => one.IsError);

    /// <summary>2 when something stops working, else 1 when what may could not be read, else 0: warnings do not count.</summary>
    public int ExitCode => Errors > 0 ? Diagnosis.Broken : Unread.Count > 0 ? Diagnosis.Unread : 0;

    /// <summary>Reads answers that were saved, and judges them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="to">The minor version of Kubernetes 1 after the upgrade.</param>
    /// <param name="ns">The namespace; null for all that it holds.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static UpgradeReport? Offline(string file, int to, string? ns, ICollection<SettingsProblem> problems) =>
        AnswerFile.Read(file, problems) is { } read ? Of(read.Answers, to, ns, file, "a file", problems) : null;

    /// <summary>Judges answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="to">The minor version of Kubernetes 1 after the upgrade.</param>
    /// <param name="ns">The namespace that alone was read; null for all.</param>
    /// <param name="source">Where they are from.</param>
    /// <param name="why">Why from there.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static UpgradeReport? Of(AnswerSet answers, int to, string? ns, string source, string why, ICollection<SettingsProblem> problems)
    {
        var version = answers.Get(ApiPath.Version).Body.Text("gitVersion")?.TrimStart('v');
        var minor = AksVersions.MinorOf(version?.Split('-', '+')[0]);
        if (minor >= to)
        {
            problems.Add(SettingsProblem.Create(Option, "is not newer than the cluster", FormattableString.Invariant($"1.{to}; the cluster has {version}"), FormattableString.Invariant($"write a later one, such as 1.{minor + 1}")));
            return null;
        }

        var keda = new KedaInstallation(answers);
        var addOn = keda.Operators.FirstOrDefault(KedaInstallation.IsAddOn);
        var current = (addOn ?? (keda.Operators is [var first, ..] ? first : null)) is { } one ? KedaInstallation.VersionOf(one) : null;
        var now = new UpgradeStep(minor ?? to - 1, current);
        var steps = Enumerable.Range(now.Minor + 1, to - now.Minor).Select(step => new UpgradeStep(step, addOn is null ? current : Later(current, AksVersions.Of(step).Keda))).ToList();
        var objects = ClusterGraph.Objects(answers, ns).ToLookup(json => json.Text("kind") ?? "");
        return new UpgradeReport
        {
            Source = source,
            Why = why,
            Kubernetes = version,
            Now = now,
            Then = steps[^1],
            Breaks = [.. UpgradeBreak.All(answers, ns, now, steps).OrderByDescending(found => found.IsError)],
            Read = [.. _kinds.Select(kind => (kind.Kind, objects[kind.Kind].Count())).Where(kind => kind.Item2 > 0)],
            Namespaces = ns is not null ? [ns] : answers.Get(_all).IsOk ? null : [.. answers.All.Where(answer => answer.IsOk).Select(answer => (answer.Path, Namespace: ApiPath.NamespaceOf(answer.Path)))
                .Where(one => one.Namespace is not null && _kinds.Any(kind => one.Path.EndsWith($"/{kind.Plural}", StringComparison.Ordinal))).Select(one => one.Namespace!).Distinct()],
            Unread = [.. NotRead(answers, keda, current, version)],
            Notes = [.. Assumed(keda, addOn, steps[^1])],
        };
    }

    private static KedaVersion? Later(KedaVersion? one, KedaVersion other) => one > other ? one : other;

    private static IEnumerable<string> NotRead(AnswerSet answers, KedaInstallation keda, KedaVersion? current, string? version)
    {
        if (version is null)
        {
            yield return $"the API server's version: {answers.Get(ApiPath.Version).WhyUnread}";
        }

        if (current is null && !(keda.Read.IsOk && keda.Operators.Count == 0))
        {
            yield return $"KEDA's version: {(keda.Read.IsOk ? "the operator's image has no version as its tag" : keda.Read.WhyUnread)}";
        }

        if (answers.Get(_all).IsForbidden && answers.All.Any(answer => answer.IsOk && answer.Path.EndsWith("/scaledobjects", StringComparison.Ordinal)))
        {
            yield return $"other namespaces: {answers.Get(_all).WhyUnread}";
        }

        foreach (var (kind, plural) in _kinds)
        {
            var read = answers.All.Where(answer => answer.Path.Split('?')[0].EndsWith($"/{plural}", StringComparison.Ordinal)).ToList();
            if (kind is "ScaledObject" or "HorizontalPodAutoscaler" or "TriggerAuthentication" && !read.Exists(answer => answer.IsOk || answer.IsMissing))
            {
                yield return $"{kind}s: {(read is [.., var last] ? last.WhyUnread : ClusterAnswer.NotAsked("").WhyUnread)}";
            }
        }
    }

    private static IEnumerable<string> Assumed(KedaInstallation keda, JsonObject? addOn, UpgradeStep then)
    {
        if (keda.Operators.Count > 1)
        {
            yield return $"there are {ShownNumber.Count(keda.Operators.Count)} KEDAs; doctor without {Option} says more";
        }

        if (addOn is not null)
        {
            var (table, last) = (AksVersions.Of(then.Minor), AksVersions.All[^1]);
            yield return string.Create(CultureInfo.InvariantCulture, $"KEDA is AKS' add-on, whose version AKS chooses: {table.Keda} for {table.Name} by the table of {AksVersions.Read:MMMM yyyy}{(then.Minor > last.Minor ? ", where the table ends" : "")}")
                + (table.KedaByReleaseNotes is { } other ? $", or {other} by its release notes" : "") + "; only the operator's image after the upgrade is sure";
        }
        else if (keda.Operators is [var own, ..])
        {
            yield return $"KEDA is no add-on of AKS (Deployment {own.Text("metadata.namespace")}/{own.Text("metadata.name")}): an upgrade of the cluster leaves it as it is";
        }
        else if (keda.Read.IsOk)
        {
            yield return "there is no KEDA in this cluster";
        }
    }
}
