using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster;

/// <summary>KEDA's Deployments, wherever they were read: of all namespaces, or one by one by whoever may not read all.</summary>
internal static class KedaDeployments
{
    /// <summary>The paths by which they are found where those of all namespaces may not be read: where the chart and AKS' add-on put them, and a namespace itself.</summary>
    public static IReadOnlyList<string> OneByOne(string ns) => [.. new[] { "keda", "kube-system", ns }.Distinct().Select(ApiPath.KedaDeploymentsIn)];

    /// <summary>Those that were read.</summary>
    public static IReadOnlyList<JsonObject> Of(AnswerSet answers) =>
    [
        .. answers.All.Where(answer => answer.Path.Contains("/deployments?", StringComparison.Ordinal) && answer.Path.Contains("keda-operator-metrics-apiserver", StringComparison.Ordinal))
            .SelectMany(answer => answers.Items(answer.Path)).DistinctBy(one => (one.Text("metadata.namespace"), one.Text("metadata.name"))),
    ];
}
