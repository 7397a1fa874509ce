using KedaStack.Scaling;
using KedaStack.Scaling.Explain.Live;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Tests.Scaling.Explain;

/// <summary>Asks for a ScaledObject with one trigger.</summary>
internal static class Asking
{
    public static async Task<LiveExplanation> AskAsync(
        IPrometheusClient client, ScaledObject scaledObject, RequestRateQuery? selection, int current, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trigger = scaledObject.PrometheusTrigger;
        var answer = await LiveAnswer.AskAsync(client, trigger.Type, trigger, selection, now, cancellationToken);
        return LiveExplanation.Of(scaledObject, [answer], [], current, ScalingSemantics.Default);
    }
}
