using System.Globalization;
using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>Whether Prometheus answers KEDA.</summary>
internal sealed class PrometheusLink() : Link(
    LinkIds.Prometheus, "KEDAScalerFailed events, the time that the metric's read takes, serverAddress, the workspace's query endpoint",
    "no connection, a certificate, a time-out, 404, 429, 5xx, a page instead of JSON; the address of another workspace")
{
    // KEDA_HTTP_DEFAULT_TIMEOUT (pkg/util/http.go); a trigger's own is in milliseconds.
    private const long DefaultTimeoutMilliseconds = 3000;

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        if (ScalerCauses.Of(chain, LinkIds.Prometheus) is { } failure)
        {
            return AzureAddress.Judge(chain) is { } address ? address with { Found = $"{address.Found}; {failure.Found}" }
                // No event says why; where Azure does, it is the identity's link.
                : chain.Failures.Texts.Count == 0 && AzureIdentity.Judge(chain) is not null ? LinkVerdict.NotRead($"{failure.Found}: see identity")
                : failure;
        }

        if (AzureAddress.Judge(chain) is { } wrong)
        {
            return wrong;
        }

        if (chain.PrometheusTriggers is not [var first, ..])
        {
            if (chain.IsScaledObjectUnread)
            {
                return LinkVerdict.NotRead(chain.WhyTriggersUnread);
            }

            return LinkVerdict.Pass("no trigger asks Prometheus");
        }

        var values = chain.Reads.Where(read => read.Answer.IsOk && Of(chain, read) is not null).ToList();
        foreach (var read in values.Where(read => !chain.IsFallbackActive && Of(chain, read)!.Metadata.GetValueOrDefault("useCachedMetrics") != "true"))
        {
            var limit = Limit(Of(chain, read)!);
            if (read.Answer.Milliseconds >= limit / 2)
            {
                return LinkVerdict.Warning(
                    $"{read.Metric} took {ShownNumber.Seconds(read.Answer.Milliseconds)}; KEDA gives up after {ShownNumber.Seconds(limit)}",
                    "a slower moment fails the trigger, and the HPA stands still", "make the query cheaper with a recording rule, or give the trigger a longer timeout (milliseconds)");
            }
        }

        return values.Count > 0 ? LinkVerdict.Pass($"answers KEDA at {first.ShownAddress}")
            : QueryProbe.Of(chain, first) is { IsOk: true } ? LinkVerdict.Pass("answers this machine; KEDA's own queries were not seen")
            : LinkVerdict.NotRead($"{first.ShownAddress} was not asked");
    }

    private static ChainTrigger? Of(Chain chain, MetricRead read) =>
        chain.PrometheusTriggers.FirstOrDefault(trigger => trigger.Place == (read.Trigger ?? trigger.Place));

    private static long Limit(ChainTrigger trigger) =>
        long.TryParse(trigger.Metadata.GetValueOrDefault("timeout"), NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own > 0 ? own : DefaultTimeoutMilliseconds;
}
