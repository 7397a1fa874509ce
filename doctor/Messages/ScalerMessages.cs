namespace KedaStack.Doctor.Messages;

/// <summary>
/// What KEDA's scalers say in <c>KEDAScalerFailed</c> events (pkg/scalers/prometheus_scaler.go, ExecutePromQuery, and Go's
/// net/http below it). Conditions do not tell these apart: they are the same for all.
/// </summary>
internal static class ScalerMessages
{
    private const string Ask = "kedastack explain --live --scaled-object cluster:{namespace}/{name}";
    private const string Edit = "kubectl -n {namespace} edit scaledobject {name}";

    /// <summary>The messages; the first that fits is meant.</summary>
    public static IReadOnlyList<MessageCause> All { get; } =
    [
        new(@"returned error\. status: 401", LinkIds.Identity,
            "Prometheus takes no token, or not this one: the trigger refers to no authentication, or the token is for another audience", "kubectl -n {namespace} get triggerauthentications -o yaml"),
        new(@"returned error\. status: 403", LinkIds.Identity,
            "the token is good, but its identity has no right on the workspace: Monitoring Data Reader; a new assignment takes up to 30 minutes", "az role assignment create --role \"Monitoring Data Reader\" --assignee <client id> --scope <workspace id>"),
        new(@"returned error\. status: (400|422)", LinkIds.Query, "Prometheus cannot run the query: it does not parse, or asks for too much", Ask),
        new(@"returned error\. status: 404", LinkIds.Prometheus, "the address is not that of a Prometheus: KEDA appends /api/v1/query to serverAddress, so /api/v1 does not belong in it", Edit),
        new(@"returned error\. status: 429", LinkIds.Prometheus, "Prometheus limits its queries: too many of one identity", "ask less often: a longer pollingInterval and useCachedMetrics: true of the trigger"),
        new(@"returned error\. status: 5[0-9][0-9]", LinkIds.Prometheus, "Prometheus itself fails", "look at its logs, or at what is in front of it"),
        new(@"returned error\. status: 3[0-9][0-9]", LinkIds.Prometheus, "something in front of Prometheus sends KEDA elsewhere, to a sign-in for instance", Edit),
        new(@"returned error\. status: [0-9]+", LinkIds.Prometheus, "Prometheus refuses the request", Ask),
        new(@"the result is empty", LinkIds.Query, "no series fits the query, and ignoreNullValues is false", Ask),
        new(@"the value list is empty|didn't return enough values", LinkIds.Query, "the answer holds no value", Ask),
        new(@"returned multiple elements", LinkIds.Query, "the query gives several series, and KEDA takes one: aggregate them, sum(...) without by", Edit),
        new(@"query returns (NaN|[+-]?Inf)", LinkIds.Query, "the query gives no number, such as a division by 0", Edit),
        new(@"json: cannot unmarshal", LinkIds.Query, "the query gives a scalar or a string, and KEDA takes a vector: vector(...) makes one", Edit),
        new(@"x509:|tls: ", LinkIds.Prometheus, "Prometheus' certificate is not trusted: another authority or another name", "give KEDA the authority's certificate (the chart's certificates), or correct serverAddress"),
        new(@"dial tcp \S+ i/o timeout", LinkIds.Prometheus,
            "nothing answers at the address: a firewall, a network policy or a private endpoint drops what the operator sends (of Azure, *.prometheus.monitor.azure.com and login.microsoftonline.com have to be let out)", "kubectl get networkpolicies -A"),
        new(@"Client\.Timeout exceeded|context deadline exceeded|i/o timeout", LinkIds.Prometheus, "Prometheus does not answer in time: KEDA waits 3 s (KEDA_HTTP_DEFAULT_TIMEOUT)", Ask),
        new(@"connection refused", LinkIds.Prometheus, "nothing listens at the address", Edit),
        new(@"no such host|server misbehaving", LinkIds.Prometheus, "the name of the address does not resolve from the operator's pod", Edit),
        new(@"no route to host|network is unreachable", LinkIds.Prometheus, "the operator cannot reach the address: network policy or firewall", "kubectl get networkpolicies -A"),
        new(@"unsupported protocol scheme|missing protocol scheme|no Host in request URL|invalid URL|parse ""?[^""]+""?: ", LinkIds.Prometheus, "serverAddress is no URL", Edit),
        new(@"EOF|connection reset|server closed|broken pipe", LinkIds.Prometheus, "Prometheus, or something in front of it, closes the connection without an answer", "look at its logs, or at what is in front of it"),
        new(@"invalid character '<'", LinkIds.Prometheus, "what answers is no Prometheus: it sends a page, a sign-in for instance", Edit),
        new(@"invalid character|unexpected end of JSON", LinkIds.Prometheus, "what answers is no Prometheus: it sends no JSON", Edit),
    ];
}
