using System.Collections.Immutable;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>What is known of the pods of the chart kedacore/keda 2.20 (rendered with <c>helm template</c>).</summary>
internal static class KedaChart
{
    private const decimal MetricsPort = 8080;

    /// <summary>The chart's components: the name in its values and the label <c>app</c> of its pods.</summary>
    public static IReadOnlyList<(string Component, string App)> Components { get; } =
    [
        ("operator", "keda-operator"),
        ("metricServer", "keda-operator-metrics-apiserver"),
        ("webhooks", "keda-admission-webhooks"),
    ];

    /// <summary>The pods of a release.</summary>
    public static IEnumerable<PodGroup> Pods(GraphResource release) => Components.Select(component => new PodGroup
    {
        Owner = release,
        Namespace = release.Inputs.Text("namespace") ?? "",
        Labels = ImmutableDictionary<string, string>.Empty.Add("app", component.App),
        Ports = release.Inputs.IsTrue($"values.prometheus.{component.Component}.enabled") ? [new("metrics", MetricsPort)] : [],
    });

    /// <summary>The replicas of a component.</summary>
    public static decimal Replicas(GraphResource release, string component) =>
        release.Inputs.Number($"values.{component}.replicaCount") ?? 1;
}
