using System.Globalization;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Reports.Simulate;

/// <summary>What a run takes for given, in words.</summary>
internal static class WorldValues
{
    /// <summary>The names and values.</summary>
    public static IEnumerable<(string Name, string Value)> Of(SimulationScenario scenario)
    {
        var pods = scenario.Pods;
        yield return ("A pod serves at most", pods.Capacity is { } capacity ? $"{Shown.Number(capacity)} req/s" : "any number");
        yield return ("Waiting before requests are lost", pods.QueueLimit == 1 ? "1 request" : $"{Shown.Number(pods.QueueLimit)} requests");
        yield return ("A pod starts in", $"{Text(pods.StartUpDelay.Shortest)} to {Text(pods.StartUpDelay.Longest)}");
        yield return ("Nodes", scenario.Nodes is { } nodes
            ? string.Create(CultureInfo.InvariantCulture, $"{nodes.MinNodes} to {nodes.MaxNodes}, {Shown.Count(nodes.PodsPerNode, "pod")} on each, a new one in {Text(nodes.ProvisioningDelay)}")
            : "always room");
        yield return ("Requests are counted by", scenario.Origin == MetricOrigin.Pods ? "the pods" : "an ingress before them");
        yield return ("Counted probes", pods.CountedProbeInterval is { } interval ? $"one each {Text(interval)} and pod" : "none");
        yield return ("Age of the newest sample", Text(scenario.Semantics.IngestionLag));
        yield return ("Rules of rate()", scenario.Semantics.Engine switch
        {
            PrometheusEngine.ClosedUntil250 => "Prometheus 2.50 and before",
            PrometheusEngine.ClosedUntil255 => "Prometheus 2.51 to 2.55",
            _ => "Prometheus 3",
        });
        if (scenario.MetricLatency != SimulationScenario.DefaultMetricLatency)
        {
            yield return ("A sync of the HPA takes", Text(scenario.MetricLatency));
        }

        if (scenario.Autoscalers > 1)
        {
            yield return ("HPAs in the cluster", string.Create(
                CultureInfo.InvariantCulture, $"{Shown.Number(scenario.Autoscalers)}, {scenario.Semantics.Hpa.ConcurrentSyncs} at a time, each again after {Text(scenario.TimeBetweenSyncs)}"));
        }

        foreach (var disturbance in scenario.Disturbances)
        {
            yield return (DisturbanceText.Name(disturbance), $"{Text(disturbance.Duration)} from {Text(disturbance.At)}");
        }
    }

    private static string Text(TimeSpan duration) => PrometheusDuration.Format(duration);
}
