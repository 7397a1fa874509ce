using KedaStack.Local.Pods;
using KedaStack.Local.Time;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Local.Autoscaling;

/// <summary>KEDA's scaler on a real clock: asks Prometheus for the value at the whole second.</summary>
/// <param name="client">Prometheus.</param>
/// <param name="query">The query as it is asked.</param>
/// <param name="trigger">The trigger as it is deployed.</param>
/// <param name="clock">The stack's clock.</param>
/// <param name="pace">What this machine cannot do faster.</param>
/// <param name="semantics">KEDA.</param>
internal sealed class PrometheusAsker(
    IPrometheusClient client, string query, PrometheusTrigger trigger, FastClock clock, MachinePace pace, KedaSemantics semantics)
{
    private readonly TimeSpan _timeout = pace.Answer(trigger.Timeout ?? semantics.HttpTimeout);

    /// <summary>Asks once.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ScalerReading> AskAsync(CancellationToken cancellationToken)
    {
        // Whole seconds are the stack's own: at a higher speed they are shorter on the clock of Prometheus.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(KedaQuery.EvaluationTime(clock.GetUtcNow().ToUnixTimeMilliseconds()));
        using var deadline = new CancellationTokenSource(_timeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var answer = await client.QueryAsync(query, clock.OnInner(at), limit.Token);
            return answer.Response is { } response
                ? PrometheusScaler.Read(response, trigger, semantics)
                : ScalerReading.Failed(answer.Error?.Message ?? "no answer came");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScalerReading.Failed("prometheus did not answer in time");
        }
    }
}
