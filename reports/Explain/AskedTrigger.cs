using KedaStack.Resources.Prometheus;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Scaling.Explain.Live;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Reports.Explain;

/// <summary>A trigger whose Prometheus was asked.</summary>
/// <param name="Address">The address of the query API.</param>
/// <param name="HasCredential">Whether a token was sent.</param>
/// <param name="Scope">The id of the one resource whose series answer; null for all.</param>
/// <param name="Answer">What came.</param>
internal sealed record AskedTrigger(string Address, bool HasCredential, string? Scope, LiveAnswer Answer)
{
    /// <summary>Asks.</summary>
    /// <param name="trigger">The trigger, of type prometheus.</param>
    /// <param name="options">Which Prometheus is asked, and as whom.</param>
    /// <param name="selection">The series that its query is about, where that is known already.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<AskedTrigger> AskAsync(
        NamedTrigger trigger, PrometheusClientOptions options, RequestRateQuery? selection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var client = PrometheusChoice.Connect(options);
        var address = options.Address.ToString();
        var prometheus = ((PrometheusTrigger)trigger.Trigger!) with { ServerAddress = address };
        var answer = await LiveAnswer.AskAsync(
            client, trigger.Name, prometheus, selection ?? RateSelection.Of(prometheus.Query), now, cancellationToken);
        return new AskedTrigger(address, options.Credential is not null, options.ResourceScope, answer);
    }
}
