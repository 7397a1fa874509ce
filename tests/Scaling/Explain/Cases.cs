using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Tests.Scaling.Explain;

/// <summary>The ScaledObject of the stack's defaults.</summary>
internal static class Cases
{
    public static ScaledObject ScaledObject { get; } = new()
    {
        Name = "app",
        Namespace = "demo",
        MinReplicaCount = 1,
        MaxReplicaCount = 10,
        PollingInterval = TimeSpan.FromSeconds(15),
        CooldownPeriod = TimeSpan.FromSeconds(90),
        Triggers = [new PrometheusTrigger { ServerAddress = "", Query = "q", Threshold = 10, IgnoreNullValues = false }],
    };

    public static HorizontalPodAutoscalerBehavior SlowDown { get; } = new(null, new ScalingRules
    {
        StabilizationWindow = TimeSpan.Zero,
        Policies = [new ScalingPolicy(ScalingPolicyType.Pods, 1, TimeSpan.FromSeconds(60))],
    });

    public static ScalingExplanation Explain(string value, int current = 1, ScaledObject? scaledObject = null) =>
        ScalingExplanation.Of(
            scaledObject ?? ScaledObject,
            value == "empty" ? InstantQueryResponse.Empty : InstantQueryResponse.Vector(value),
            current);

    public static string Path(ScalingForecast forecast) => string.Join(
        ", ", forecast.Changes.Select(change => FormattableString.Invariant($"{change.AtMilliseconds / 1000}s {change.From}->{change.To}")));

    public static ScaledObject WithTrigger(Func<PrometheusTrigger, PrometheusTrigger> change) =>
        ScaledObject with { Triggers = [change(ScaledObject.PrometheusTrigger)] };
}
