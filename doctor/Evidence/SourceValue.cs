using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Doctor.Evidence;

/// <summary>
/// Whether the HPA has what its query gives, asked now. Series move: what the query gave within a polling interval and a minute before is
/// no difference, so Prometheus is asked for its least and its greatest value in that time.
/// </summary>
internal static class SourceValue
{
    // Of the greater of value and threshold: within it, the HPA proposes no change (horizontal-pod-autoscaler-tolerance).
    private const double Tolerance = 0.1;
    private const int Steps = 20;
    private const double Largest = 1e12;

    // A sync each 15 s, a look of 20 s, and what a scrape brings in late.
    private static readonly TimeSpan _syncAndLook = TimeSpan.FromMinutes(1);

    // With these KEDA sends more than the query: another tenant or namespace, which the doctor does not ask for.
    private static readonly string[] _sentBeside = ["customHeaders", "queryParameters", "namespace"];

    /// <summary>What is to be asked about a trigger's query: nothing while its value is what the HPA has.</summary>
    public static IReadOnlyList<string> Questions(Chain chain, ChainTrigger trigger) =>
        Now(chain, trigger) is { } now && new[] { OfKeda(chain, trigger), OfHpa(chain, trigger) }.Any(milli => milli is not null && !Holds(trigger, milli.Value, now, now))
            ? [Least(chain, trigger), Greatest(chain, trigger)] : [];

    /// <summary>A value of KEDA's that the query did not give; null for none, and where nobody asked.</summary>
    public static LinkVerdict? JudgeKeda(Chain chain)
    {
        foreach (var trigger in chain.PrometheusTriggers)
        {
            if (OfKeda(chain, trigger) is { } milli && Differs(chain, trigger, milli) is { } query)
            {
                var (means, mend) = Cause(chain, trigger);
                return LinkVerdict.Warning($"{MetricOf(trigger)} is {ShownNumber.Milli(milli)} for the HPA; {query}", means, mend);
            }
        }

        return null;
    }

    /// <summary>A value of the HPA's status that neither KEDA nor the query gives; null for none, and where nobody asked.</summary>
    public static LinkVerdict? JudgeHpa(Chain chain)
    {
        foreach (var trigger in chain.PrometheusTriggers)
        {
            if (OfHpa(chain, trigger) is { } milli && OfKeda(chain, trigger) is { } keda && Differs(chain, trigger, keda) is null && Differs(chain, trigger, milli) is { } query)
            {
                return LinkVerdict.Warning(
                    $"its status has {MetricOf(trigger)} {ShownNumber.Milli(milli)}, KEDA gives {ShownNumber.Milli(keda)}; {query}",
                    "the HPA was computed longer ago than that: its controller, which comes to it each 15 s, is late or stands still",
                    "look at kube-controller-manager; kubectl get hpa -A shows whether others are computed");
            }
        }

        return null;
    }

    private static string MetricOf(ChainTrigger trigger) => FormattableString.Invariant($"s{trigger.Place}-prometheus");

    /// <summary>What KEDA gives, in thousandths. Under a fallback or a formula it is not the query's.</summary>
    private static long? OfKeda(Chain chain, ChainTrigger trigger) =>
        chain.IsFallbackActive || chain.ScaledObject.At("spec.advanced.scalingModifiers.formula") is not null || _sentBeside.Any(trigger.Metadata.ContainsKey) ? null
        : chain.Reads.FirstOrDefault(read => read.Metric == MetricOf(trigger))?.Milli;

    /// <summary>What the HPA says that it read, in thousandths; null while its count changes, since it divides by the replicas of before.</summary>
    private static long? OfHpa(Chain chain, ChainTrigger trigger)
    {
        var current = chain.Hpa.Objects("status.currentMetrics").FirstOrDefault(metric => metric.Text("external.metric.name") == MetricOf(trigger)).At("external.current");
        var replicas = chain.Hpa.Number("status.currentReplicas");
        return Chain.Condition(chain.Hpa, "ScalingActive").Text("status") != "True" ? null
            : MilliQuantity.TryParse(current.Scalar("value") ?? "") is { } whole ? whole.Milli
            : MilliQuantity.TryParse(current.Scalar("averageValue") ?? "") is { } average && replicas > 0 && replicas == chain.Hpa.Number("status.desiredReplicas")
                && replicas == chain.Target.Number("spec.replicas") && replicas == chain.Target.Number("status.replicas") && !HasJustScaled(chain) ? average.Milli * (long)replicas : null;
    }

    private static bool HasJustScaled(Chain chain) => ClusterEvent.Time(chain.Hpa, "status.lastScaleTime") is { } last && last + Window(chain) > chain.Now;

    private static TimeSpan Window(Chain chain) => chain.PollingInterval + _syncAndLook;

    /// <summary>What the query gives now, one number that KEDA would take; null for anything else.</summary>
    private static double? Now(Chain chain, ChainTrigger trigger) => Single(chain, trigger.Query);

    private static double? Single(Chain chain, string query) =>
        SeriesQuestion.Answer(chain, query) is [{ Value: var value }] && double.IsFinite(value) && Math.Abs(value) < Largest ? value : null;

    private static string Least(Chain chain, ChainTrigger trigger) => $"min_over_time({Past(chain, trigger)})";

    private static string Greatest(Chain chain, ChainTrigger trigger) => $"max_over_time({Past(chain, trigger)})";

    /// <summary>The query over the time before. What KEDA reads as 0 (no series, no number) is 0 there, too; a comment may end the query.</summary>
    private static string Past(Chain chain, ChainTrigger trigger)
    {
        var seconds = (long)Window(chain).TotalSeconds;
        var query = $"sum({trigger.Query}{(trigger.Query.Contains('#', StringComparison.Ordinal) ? "\n" : "")})";
        var taken = trigger.Metadata.GetValueOrDefault("ignoreNullValues") == "false" ? query : $"{query} > -Inf < Inf or vector(0)";
        return FormattableString.Invariant($"({taken})[{seconds}s:{Math.Max(1, seconds / Steps)}s]");
    }

    /// <summary>What the query gives instead, in words; null where it gave the value in the time before, and where that is not known.</summary>
    private static string? Differs(Chain chain, ChainTrigger trigger, long milli) =>
        Now(chain, trigger) is { } now && Single(chain, Least(chain, trigger)) is { } least && Single(chain, Greatest(chain, trigger)) is { } greatest
        && !Holds(trigger, milli, Math.Min(least, now), Math.Max(greatest, now))
            ? $"its query asked now gives {Shown(now)}, and gave {Shown(least)} to {Shown(greatest)} in the last {ShownNumber.Seconds((long)Window(chain).TotalMilliseconds)}" : null;

    private static bool Holds(ChainTrigger trigger, long milli, double least, double greatest)
    {
        var (value, threshold) = (milli / 1000d, MilliQuantity.TryParse(trigger.Metadata.GetValueOrDefault("threshold", "")) is { } one ? one.Milli / 1000d : 0);
        return value >= least - (Tolerance * Math.Max(Math.Abs(least), threshold)) && value <= greatest + (Tolerance * Math.Max(Math.Abs(greatest), threshold));
    }

    private static string Shown(double value) => ShownNumber.Milli((long)Math.Round(value * 1000));

    private static (string Means, string Mend) Cause(Chain chain, ChainTrigger trigger)
    {
        var asked = QueryProbe.Of(chain, Least(chain, trigger))!.Path;
        var address = asked.Split("/api/v1/query?")[0];
        if (address != trigger.ServerAddress.TrimEnd('/') && asked != ReadPlan.Proxied(trigger.ServerAddress, Least(chain, trigger)))
        {
            return ($"KEDA asks {trigger.ShownAddress}, and this answer is of {VisibleText.Of(address)}: unless they are one Prometheus, they hold other series",
                "give --prometheus an address of the Prometheus that KEDA asks, such as a port-forward to it");
        }

        return trigger.Metadata.GetValueOrDefault("useCachedMetrics") == "true"
            ? ("the HPA scales on an old value: useCachedMetrics hands out what KEDA read at its last poll, which is longer ago than pollingInterval: the operator polls late",
                MessageTable.Command("kubectl -n {operator} logs deployment/keda-operator --tail 50", chain))
            : ("the HPA scales on a value that its query does not give: an answer that something in between keeps (a cache in front of Prometheus or of the external metrics API), or replicas of Prometheus behind one address that do not hold the same",
                $"look whether it moves: kubectl get --raw '{ApiPath.Metric(chain.Namespace, MetricOf(trigger), chain.Name)}'");
    }
}
