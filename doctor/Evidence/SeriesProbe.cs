using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Evidence;

/// <summary>What Prometheus said about the series behind the queries, where it could be asked.</summary>
internal static class SeriesProbe
{
    // One scrape may be missed, and one be on its way.
    private const int Scrapes = 3;

    /// <summary>How old the newest sample may be.</summary>
    public static TimeSpan Longest(Chain chain) => ScrapeMonitors.Interval(chain) * Scrapes;

    /// <summary>What is wrong with the scrape; null for nothing, and where nobody asked.</summary>
    public static LinkVerdict? Judge(Chain chain) => IsTooEarly(chain) ? null
        : chain.PrometheusTriggers.SelectMany(trigger => SeriesQuestion.Of(trigger.Query).Select(question => Judge(chain, trigger, question))).FirstOrDefault(verdict => verdict is not null);

    /// <summary>How old the newest sample is, in words; null where it is not known of each metric.</summary>
    public static string? Freshness(Chain chain)
    {
        var ages = chain.PrometheusTriggers.SelectMany(trigger => SeriesQuestion.Of(trigger.Query)).Select(question => SeriesQuestion.Answer(chain, question.Age)).ToList();
        return ages.Count > 0 && ages.TrueForAll(age => age is [_, ..]) ? $"the newest sample is {Age(ages.Max(age => age![0].Value))} old" : null;
    }

    /// <summary>Whether Prometheus has series of each metric of a trigger's query, as it asks for them.</summary>
    public static bool AreThere(Chain chain, ChainTrigger trigger) =>
        SeriesQuestion.Of(trigger.Query) is [_, ..] questions && questions.All(question => SeriesQuestion.Answer(chain, question.Age) is [_, ..]);

    /// <summary>What there is instead of the series that a query asks for; null where that is not known.</summary>
    public static string? Instead(Chain chain) => chain.PrometheusTriggers.SelectMany(trigger => SeriesQuestion.Of(trigger.Query)).Select(question => Instead(chain, question)).FirstOrDefault(one => one is not null);

    private static string? Instead(Chain chain, SeriesQuestion question) => SeriesQuestion.Answer(chain, question.Age) switch
    {
        [var age, ..] => $"{question.Selector.Metric} is there as asked, its newest sample {Age(age.Value)} old: its range holds fewer than two samples, or what is put together does not fit",
        [] when SeriesQuestion.Answer(chain, question.Counters)?.Where(group => question.Differing(group.Labels) > 0).OrderBy(group => question.Differing(group.Labels)).ToList() is [var nearest, ..] =>
            $"{question.Selector.Metric} is there with {question.Shown(nearest.Labels)}",
        _ => null,
    };

    private static LinkVerdict? Judge(Chain chain, ChainTrigger trigger, SeriesQuestion question)
    {
        if (SeriesQuestion.Answer(chain, question.Age) is not { } ages)
        {
            return null;
        }

        var (metric, isMissing) = (question.Selector.Metric, ages.Count == 0);
        var targets = SeriesQuestion.Answer(chain, question.Targets);
        if (targets?.Any(target => target.Value == 0) == true && (isMissing || IsOld(ages[0].Value)))
        {
            return Fail(SeriesCauses.TargetDown, $"{question.Up} is 0{(isMissing ? $", and {metric} has no sample" : $", and the newest sample of {metric} is {Age(ages[0].Value)} old")}");
        }

        if (!isMissing)
        {
            return IsOld(ages[0].Value) ? Warn(SeriesCauses.Late, $"the newest sample of {metric} is {Age(ages[0].Value)} old, at a scrape every {ShownNumber.Seconds((long)ScrapeMonitors.Interval(chain).TotalMilliseconds)}") : null;
        }

        if (SeriesQuestion.Answer(chain, question.AgeWithinAnHour) is [var last, ..])
        {
            return Fail(SeriesCauses.Ended, $"the newest sample of {metric} is {Age(last.Value)} old");
        }

        // Series with other labels are the query's matter.
        return SeriesQuestion.Answer(chain, question.Counters) is not [] ? null
            : targets is [_, ..] ? Warn(SeriesCauses.NotExposed, $"{question.Up} is 1, and no series is called {metric}")
            : Fail(SeriesCauses.NotScraped, $"no series is called {metric}{(targets is null ? "" : $", and {question.Up} is empty")}");

        bool IsOld(double seconds) => seconds > Longest(chain).TotalSeconds;

        LinkVerdict Fail(MessageCause cause, string found) => LinkVerdict.Fail(found, cause.Means, Command(cause));

        LinkVerdict Warn(MessageCause cause, string found) => LinkVerdict.Warning(found, cause.Means, Command(cause));

        string Command(MessageCause cause) => MessageTable.Command(cause.Mend, chain)
            .Replace("{group}", trigger.IsManaged ? ApiPath.MonitorGroups[0] : ApiPath.MonitorGroups[1], StringComparison.Ordinal)
            .Replace("{pod}", chain.Pods.Where(Chain.IsReady).Select(pod => pod.Text("metadata.name")).FirstOrDefault() ?? "<pod>", StringComparison.Ordinal);
    }

    /// <summary>Whether the pods are so young that nobody can have scraped them yet.</summary>
    private static bool IsTooEarly(Chain chain) => !chain.Pods.Any(pod => Chain.IsReady(pod)
        && !(ClusterEvent.Time(Chain.Condition(pod, "Ready"), "lastTransitionTime") is { } since && since + Longest(chain) > chain.Now));

    private static string Age(double seconds) => seconds < 120 ? FormattableString.Invariant($"{seconds:0} s") : FormattableString.Invariant($"{seconds / 60:0} min");
}
