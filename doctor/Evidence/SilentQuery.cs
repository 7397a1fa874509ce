using System.Text.RegularExpressions;
using KedaStack.Doctor.Chains;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;

namespace KedaStack.Doctor.Evidence;

/// <summary>
/// A query that fails in silence: KEDA reads an empty answer (with ignoreNullValues, its default), NaN and infinities as 0. A 0
/// may be right, so something else has to speak against it.
/// </summary>
internal static partial class SilentQuery
{
    // Of its request, what a pod uses that does nothing is far below, and what serves load is not.
    private const decimal BusyShare = 0.5m;

    /// <summary>The verdict; null where nothing speaks against the value.</summary>
    public static LinkVerdict? Judge(Chain chain)
    {
        foreach (var read in chain.Reads.Where(read => read.Milli == 0 && !chain.IsFallbackActive))
        {
            if (chain.PrometheusTriggers.FirstOrDefault(trigger => trigger.Place == (read.Trigger ?? trigger.Place)) is not { } trigger)
            {
                continue;
            }

            var mend = $"kedastack explain --live --scaled-object cluster:{chain.Namespace}/{chain.Name}";
            if (Constant.IsNotANumber(trigger.Query))
            {
                return LinkVerdict.Warning($"{read.Metric} is 0, and the query {Quoted.Text(trigger.Query)} is no number", "KEDA reads NaN and infinities as 0: the trigger never scales out", mend);
            }

            var (busy, suspect) = (Busy(chain), Suspect(chain, trigger));
            if (chain.ReadyPods == 0 || (busy is null && suspect is null))
            {
                continue;
            }

            if (Divides(trigger.Query))
            {
                return LinkVerdict.Warning(
                    $"{read.Metric} is 0, though {busy ?? suspect}", "the query divides: a division by 0 is NaN, which KEDA reads as 0; or one side has no series", mend);
            }

            var found = $"{read.Metric} is 0{(busy is null ? "" : $", though {busy}")}{(suspect is null ? "" : $"; {suspect}")}";
            const string Means = "the query finds no series, and ignoreNullValues (true unless written) makes that 0: the workload is held at its minimum, whatever its load";
            return busy is null ? LinkVerdict.Warning(found, Means, mend) : LinkVerdict.Fail(found, Means, mend);
        }

        return null;
    }

    /// <summary>What there is instead of the series, else a label of the first query that looks like a slip of the pen; null for neither.</summary>
    public static string? Suspect(Chain chain) => SeriesProbe.Instead(chain) ?? (chain.PrometheusTriggers is [var first, ..] ? Suspect(chain, first) : null);

    private static string? Suspect(Chain chain, ChainTrigger trigger)
    {
        var names = Names(chain);
        foreach (var condition in PromQuery.Read(trigger.Query).Selectors.SelectMany(selector => selector.Conditions).Where(one => one is { Operator: "=", Value.Length: > 1 }))
        {
            if (!names.Contains(condition.Value) && EditDistance.Nearest(condition.Value, names) is { } nearest && nearest.Length > 1)
            {
                return $"{condition.Label}=\"{condition.Value}\" fits nothing that is here, {nearest} is near";
            }
        }

        return null;
    }

    private static HashSet<string> Names(Chain chain) =>
    [
        chain.Namespace, chain.TargetName, chain.Name,
        .. chain.Answers.Items(ApiPath.Of("apps/v1", chain.Namespace, "deployments")).Concat(chain.Target is { } target ? [target] : [])
            .SelectMany(one => one.Map("spec.template.metadata.labels").Values.Concat(one.Objects("spec.template.spec.containers").Select(container => container.Text("name") ?? "")).Append(one.Text("metadata.name") ?? "")),
        .. chain.Answers.Items(ApiPath.Core(chain.Namespace, "services")).Select(one => one.Text("metadata.name") ?? ""),
    ];

    /// <summary>How much more than nothing the pods do; null when they do not, or nobody measured it.</summary>
    private static string? Busy(Chain chain)
    {
        var requests = chain.Pods.ToDictionary(pod => pod.Text("metadata.name") ?? "", Request);
        foreach (var usage in chain.Answers.Items(ApiPath.PodMetrics(chain.Namespace)))
        {
            var name = usage.Text("metadata.name") ?? "";
            var cores = usage.Objects("containers").Sum(container => Quantity.Parse(container.Scalar("usage.cpu")) ?? 0);
            if (requests.GetValueOrDefault(name) is > 0 and var request && cores >= request * BusyShare)
            {
                return FormattableString.Invariant($"pod {name} uses {cores * 1000:0} millicores, {cores / request * 100:0} % of its request");
            }
        }

        return null;
    }

    private static decimal Request(System.Text.Json.Nodes.JsonObject pod) =>
        pod.Objects("spec.containers").Sum(container => Quantity.Parse(container.Scalar("resources.requests.cpu")) ?? 0);

    private static bool Divides(string query) => Texts().Replace(query, "").Contains('/', StringComparison.Ordinal);

    [GeneratedRegex("""\{[^}]*\}|"(\\.|[^"\\])*"|'(\\.|[^'\\])*'""", RegexOptions.CultureInvariant)]
    private static partial Regex Texts();
}
