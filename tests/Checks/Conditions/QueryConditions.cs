using KedaStack.Resources.Graph;
using KedaStack.Tests.Checks.Breakages;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>What a query selects: whose metric, by which labels, of which cluster; and what an empty result is taken for.</summary>
internal static class QueryConditions
{
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Query = "spec.triggers[0].metadata.query";
    private const string NullValues = "spec.triggers[0].metadata.ignoreNullValues";
    private const string Exposed = "nginx_requests_total; expected one of http_requests_total (counter), http_request_duration_seconds (histogram)";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("query-metric", "somebody's metric without labels", stack => Asked(stack, "nginx_requests_total")),
        new("query-metric", "somebody's metric of the cluster", stack => Asked(stack, "nginx_requests_total{cluster=\"kedastack-dev\"}")),
        new("query-metric", "somebody's metric of their own job", stack => Asked(stack, "nginx_requests_total{namespace=\"keda-demo\",job=\"nginx\"}")),
        new("query-metric", "somebody's metric of another namespace", stack => Asked(stack, "nginx_requests_total{namespace=\"ingress\"}")),
        new("query-metric", "somebody's metric by the app's namespace", stack => Asked(stack, "nginx_requests_total{namespace=\"keda-demo\"}"), Query, Exposed),
        new("query-metric", "somebody's metric by the app's job", stack => Asked(stack, "nginx_requests_total{job=\"sample-app\"}"), Query, Exposed),
        new("query-metric", "somebody's metric by the app's Service", stack => Asked(stack, "nginx_requests_total{service=\"sample-app\"}"), Query, Exposed),
        new("query-metric", "somebody's metric by the app's port", stack => Asked(stack, "nginx_requests_total{endpoint=\"http\"}"), Query, Exposed),
        new("query-labels", "a label of its own", stack => Labelled(stack, "code")),
        new("query-labels", "a label that it does not have", stack => Labelled(stack, "route"), Query, "the label route; expected one of cluster, namespace, service, job, pod, container, endpoint, instance, method, code"),
        new("query-labels", "a label of a metric whose own cannot be read", stack => Asked(stack, "http_request_duration_seconds_count{job=\"sample-app\",route=\"/\"}")),
        new("query-labels", "the label that never is, of a metric whose own cannot be read", stack => Asked(stack, "http_request_duration_seconds_count{job=\"sample-app\",deployment=\"sample-app\"}"), Query, "the label deployment; expected one of cluster"),
        new("query-labels", "any label of somebody's metric", stack => Asked(stack, "nginx_requests_total{route=\"/\"}")),
        new("query-cluster-label", "another cluster", Elsewhere, Query, "cluster=\"kedastack-prod\"; expected cluster=\"kedastack-dev\""),
        new("query-cluster-label", "another cluster of somebody's metric", stack => Elsewhere(stack).WithReplaced(ScaledObject, Query, "http_requests_total", "nginx_requests_total")),
        new("query-cluster-label", "a cluster where the stack has none", stack => Elsewhere(stack).WithoutResource("ManagedCluster/aks")),
        new("query-cluster-label", "no cluster", stack => stack.WithReplaced(ScaledObject, Query, "cluster=\"kedastack-dev\",", "")),
        .. ((string[])["false", "False", "FALSE", "f", "F", "0"]).Select(word => new StackCondition(
            "fallback-without-effect", $"null values: {word}", stack => Fallback(stack, word))),
        .. ((string[])["true", "True", "TRUE", "t", "T", "1"]).Select(word => new StackCondition(
            "fallback-without-effect", $"null values: {word}", stack => Fallback(stack, word), NullValues, $"{word}; expected \"false\"")),
        new("fallback-without-effect", "null values: nothing", stack => VersionBreakages.WithFallback(stack).Without(ScaledObject, NullValues), NullValues, "nothing; expected \"false\""),
        new("fallback-without-effect", "null values without a fallback", stack => stack.With(ScaledObject, NullValues, "true")),
    ];

    private static ResourceGraph Asked(ResourceGraph stack, string selector) => stack.With(ScaledObject, Query, $"sum(rate({selector}[2m]))");

    private static ResourceGraph Labelled(ResourceGraph stack, string label) => stack.WithReplaced(ScaledObject, Query, "{", $"{{{label}=\"x\",");

    private static ResourceGraph Elsewhere(ResourceGraph stack) => stack.WithReplaced(ScaledObject, Query, "kedastack-dev", "kedastack-prod");

    private static ResourceGraph Fallback(ResourceGraph stack, string word) => VersionBreakages.WithFallback(stack).With(ScaledObject, NullValues, word);
}
