namespace KedaStack.Doctor.Messages;

/// <summary>
/// What is wrong with a scrape, by what Prometheus says of the series: each case in words (prometheus.io/docs, staleness, and the
/// series <c>up</c> that a scrape writes).
/// </summary>
internal static class SeriesCauses
{
    /// <summary>A scrape fails.</summary>
    public static MessageCause TargetDown { get; } = new("up of the query's job is 0", LinkIds.Scrape, "Prometheus reaches for the pods and gets no metrics: a port or path that does not answer, TLS, a network policy, or an app that is too slow", "kubectl get --raw /api/v1/namespaces/{namespace}/pods/{pod}/proxy/metrics");

    /// <summary>Samples come late.</summary>
    public static MessageCause Late { get; } = new("the newest sample is older than three scrape intervals", LinkIds.Scrape, "scrapes fail, or samples arrive late: the value is that of some time ago, and after 5 minutes there is none", "kubectl get podmonitors.{group},servicemonitors.{group} -A");

    /// <summary>Samples no longer come.</summary>
    public static MessageCause Ended { get; } = new("there were samples in the last hour, and there are none now", LinkIds.Scrape, "the scrape has ended, or what is scraped is no longer taken in: a monitor or label that was changed, an agent that is down, a workspace over its limits", "kubectl get podmonitors.{group},servicemonitors.{group} -A");

    /// <summary>Nobody scrapes.</summary>
    public static MessageCause NotScraped { get; } = new("no series has the metric's name, and no target of its job is scraped", LinkIds.Scrape, "nothing that exposes it is scraped into here: no monitor selects the pods, this is another Prometheus, or the name in the query is wrong", "kubectl get podmonitors.{group},servicemonitors.{group} -A");

    /// <summary>The app does not expose it.</summary>
    public static MessageCause NotExposed { get; } = new("the targets of the job are scraped, and no series has the metric's name", LinkIds.Scrape, "the pods expose no such metric: the name in the query is wrong, or the app shows it with its first request only", "kubectl get --raw /api/v1/namespaces/{namespace}/pods/{pod}/proxy/metrics");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MessageCause> All { get; } = [TargetDown, Late, Ended, NotScraped, NotExposed];
}
