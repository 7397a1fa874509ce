using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>What is read of a cluster, in which order.</summary>
/// <param name="reader">Asks it.</param>
/// <param name="timeout">How long all of it may take.</param>
/// <param name="time">The clock.</param>
internal sealed class ReadPlan(IApiReader reader, TimeSpan timeout, TimeProvider time)
{
    /// <summary>How long the read of a metric may take: one that no operator answers never ends, and KEDA itself gives up sooner.</summary>
    public static readonly TimeSpan LongestMetricRead = TimeSpan.FromSeconds(10);

    private const int AtOnce = 8;
    private const int MostMetrics = 200;
    private const string TimeIsUp = "not asked: the time was up";

    private readonly DateTimeOffset _end = time.GetUtcNow() + timeout;

    /// <summary>The paths that are read of a namespace at first.</summary>
    public static IReadOnlyList<string> First(string ns) =>
    [
        ApiPath.Version, ApiPath.Namespace(ns), ApiPath.ScaledObjects(ns), ApiPath.TriggerAuthentications(ns), ApiPath.ClusterTriggerAuthentications, ApiPath.Hpas(ns),
        ApiPath.Of("apps/v1", ns, "deployments"), ApiPath.Of("apps/v1", ns, "statefulsets"), ApiPath.Of("apps/v1", ns, "replicasets"), ApiPath.Core(ns, "pods"), ApiPath.Core(ns, "services"),
        ApiPath.Events(ns), ApiPath.ExternalMetricsService, ApiPath.ResourceMetricsService, ApiPath.ExternalMetrics, ApiPath.PodMetrics(ns),
        ApiPath.KedaDeployments, ApiPath.Webhooks, ApiPath.ScaledObjectDefinition,
        .. ApiPath.MonitorGroups.SelectMany(group => ApiPath.MonitorPlurals.Select(plural => ApiPath.Monitors(group, ns, plural))),
    ];

    /// <summary>The paths that are read of each namespace that holds something of KEDA.</summary>
    public static IReadOnlyList<string> OfKeda(string ns) => [ApiPath.Core(ns, "pods"), ApiPath.Core(ns, "serviceaccounts"), ApiPath.Core(ns, "services")];

    /// <summary>Reads what a doctor needs of a namespace.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="scaledObject">The ScaledObject whose metrics alone are read; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AnswerSet> ReadAsync(string ns, string? scaledObject, CancellationToken cancellationToken)
    {
        var answers = new AnswerSet();
        await AddAsync(answers, First(ns), cancellationToken).ConfigureAwait(false);
        await AddKedaAsync(answers, ns, cancellationToken).ConfigureAwait(false);
        var keda = KedaDeployments.Of(answers).Select(one => one.Text("metadata.namespace")).OfType<string>().Distinct();
        await AddAsync(
            answers, [.. keda.SelectMany(OfKeda), .. Metrics(answers, ns, scaledObject), .. Queries(answers, ns, scaledObject)], cancellationToken).ConfigureAwait(false);
        return answers;
    }

    /// <summary>Reads what checks and explanations need of a namespace: the objects alone.</summary>
    public async Task<AnswerSet> ReadObjectsAsync(string ns, CancellationToken cancellationToken)
    {
        var answers = new AnswerSet();
        await AddAsync(answers, [.. First(ns).Where(path => !path.Contains("metrics.k8s.io", StringComparison.Ordinal) && !path.EndsWith("/events", StringComparison.Ordinal))], cancellationToken).ConfigureAwait(false);
        return answers;
    }

    /// <summary>The paths of what an upgrade may break.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    public static IReadOnlyList<string> OfUpgrade(string? ns) =>
    [
        ApiPath.Version, ApiPath.KedaDeployments, ApiPath.ClusterTriggerAuthentications,
        .. ApiPath.Upgraded.Select(one => ns is null ? ApiPath.OfAll(one.Group, one.Plural) : ApiPath.Of(one.Group, ns, one.Plural)),
    ];

    /// <summary>Reads what an upgrade may break: of one namespace, or of all. Where all are forbidden, of the account's own.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="own">The account's own namespace.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answers, and the namespace that they are of; null for all.</returns>
    public async Task<(AnswerSet Answers, string? Namespace)> ReadUpgradeAsync(string? ns, string own, CancellationToken cancellationToken)
    {
        var answers = new AnswerSet();
        await AddAsync(answers, OfUpgrade(ns), cancellationToken).ConfigureAwait(false);
        await AddKedaAsync(answers, ns ?? own, cancellationToken).ConfigureAwait(false);
        if (ns is not null || !answers.Get(ApiPath.OfAll(ApiPath.Upgraded[0].Group, ApiPath.Upgraded[0].Plural)).IsForbidden)
        {
            return (answers, ns);
        }

        await AddAsync(answers, [.. OfUpgrade(own).Where(path => ApiPath.NamespaceOf(path) is not null)], cancellationToken).ConfigureAwait(false);
        return (answers, own);
    }

    /// <summary>The GET by which an address inside the cluster is asked through the API server; null for one outside.</summary>
    /// <param name="address">The address, such as <c>http://prometheus.monitoring.svc:9090</c>.</param>
    /// <param name="query">The query.</param>
    public static string? Proxied(string address, string query)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Scheme is not ("http" or "https")
            || uri.Host.Split('.') is not [var name, var ns, .. var rest] || !(rest is [] or ["svc", ..]))
        {
            return null;
        }

        return FormattableString.Invariant($"/api/v1/namespaces/{ns}/services/{uri.Scheme}:{name}:{uri.Port}/proxy{uri.AbsolutePath.TrimEnd('/')}/api/v1/query?query={Uri.EscapeDataString(query)}");
    }

    /// <summary>Looks for KEDA where it usually is, for an account whose rights are those of namespaces.</summary>
    private Task AddKedaAsync(AnswerSet answers, string ns, CancellationToken cancellationToken) =>
        answers.Get(ApiPath.KedaDeployments).IsForbidden ? AddAsync(answers, KedaDeployments.OneByOne(ns), cancellationToken) : Task.CompletedTask;

    private async Task AddAsync(AnswerSet answers, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var read = new ClusterAnswer[paths.Count];
        await Parallel.ForAsync(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            read[i] = Left() == TimeSpan.Zero ? new ClusterAnswer(paths[i], null, null, 0, null, Problem: TimeIsUp)
                : paths[i].StartsWith(ApiPath.ExternalMetrics + "/namespaces/", StringComparison.Ordinal)
                    ? await reader.GetAsync(paths[i], Left() > LongestMetricRead ? LongestMetricRead : Left(), token).ConfigureAwait(false)
                : await ListPages.ReadAsync(reader, paths[i], Left, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        foreach (var answer in read)
        {
            answers.Add(answer);
        }

        TimeSpan Left() => _end - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static IEnumerable<string> Metrics(AnswerSet answers, string ns, string? scaledObject)
    {
        var ofStatus = answers.Items(ApiPath.ScaledObjects(ns)).SelectMany(one => one.Texts("status.externalMetricNames").Select(metric => (Metric: metric, Owner: one.Text("metadata.name") ?? "")));
        var ofHpas = answers.Items(ApiPath.Hpas(ns)).SelectMany(hpa => hpa.Objects("spec.metrics")).Where(metric => metric.Text("type") == "External")
            .Select(metric => (Metric: metric.Text("external.metric.name") ?? "", Owner: metric.At("external.metric.selector").Map("matchLabels").GetValueOrDefault("scaledobject.keda.sh/name", "")));
        return ofStatus.Concat(ofHpas).Where(one => one.Owner.Length > 0 && one.Metric.Length > 0 && (scaledObject is null || one.Owner == scaledObject)).Distinct().Take(MostMetrics)
            .Select(one => ApiPath.Metric(ns, one.Metric, one.Owner));
    }

    private static IEnumerable<string> Queries(AnswerSet answers, string ns, string? scaledObject) => answers.Items(ApiPath.ScaledObjects(ns))
        .Where(one => scaledObject is null || one.Text("metadata.name") == scaledObject).SelectMany(one => one.Objects("spec.triggers"))
        .Where(trigger => trigger.Text("type") == "prometheus")
        .Select(trigger => Proxied(trigger.Text("metadata.serverAddress") ?? "", trigger.Text("metadata.query") ?? "")).OfType<string>().Distinct().Take(MostMetrics);
}
