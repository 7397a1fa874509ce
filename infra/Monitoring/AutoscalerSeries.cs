using KedaStack.Infra.Identity;
using KedaStack.Infra.Keda;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Infra.Monitoring;

/// <summary>
/// The series in which the scaling of the sample app shows, as PromQL: the alerts and the dashboard are written with
/// them. Who scrapes them: the app's ServiceMonitor, KEDA's PodMonitor, the add-on's kube-state-metrics within the
/// minimal ingestion profile, and <see cref="HpaStateMonitor"/>.
/// </summary>
internal sealed record AutoscalerSeries
{
    private const string HpaNamePrefix = "keda-hpa-";

    /// <summary>The Deployments without which nothing scales: the operator, and the server that the HPA asks.</summary>
    public static IReadOnlyList<string> KedaDeployments { get; } = ["keda-operator", "keda-operator-metrics-apiserver"];

    /// <summary>The value of the label <c>cluster</c>.</summary>
    /// <value>Null where the series of one cluster are alone, as in a Prometheus of the cluster's own.</value>
    public string? Cluster { get; init; }

    /// <summary>The app's namespace.</summary>
    public required string AppNamespace { get; init; }

    /// <summary>The namespace of KEDA's pods.</summary>
    public required string KedaNamespace { get; init; }

    /// <summary>Whether KEDA's own metrics are scraped. Nothing documents those of the AKS add-on.</summary>
    public required bool KedaIsScraped { get; init; }

    /// <summary>The rate window of KEDA's query.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The series of a stack.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cluster">See <see cref="Cluster"/>.</param>
    public static AutoscalerSeries Of(StackSettings settings, string? cluster) => new()
    {
        Cluster = cluster,
        AppNamespace = settings.Workload.Namespace,
        KedaNamespace = KedaServiceAccount.Of(settings.Keda).Namespace,
        KedaIsScraped = settings.Keda.Installation == KedaInstallation.Helm,
        Window = settings.Scaling.Window,
    };

    /// <summary>The query that KEDA asks: requests per second of all pods together.</summary>
    public string RequestRate => SampleAppMonitor.Query(Cluster, AppNamespace, Window).ToString();

    /// <summary>A metric that the app exposes, or <c>up</c> of its scraping.</summary>
    public string OfApp(string metric, params LabelMatcher[] matchers) =>
        Select(metric, [.. SampleAppMonitor.Labels(Cluster, AppNamespace), .. matchers]);

    /// <summary>A metric of kube-state-metrics about the app's Deployment.</summary>
    public string OfDeployment(string metric) =>
        Select(metric, [.. In(AppNamespace), new LabelMatcher("deployment", SampleApp.AppName)]);

    /// <summary>A metric of kube-state-metrics about the app's HPA.</summary>
    public string OfHpa(string metric, params LabelMatcher[] matchers) =>
        Select(metric, [.. In(AppNamespace), new LabelMatcher("horizontalpodautoscaler", HpaNamePrefix + SampleApp.AppName), .. matchers]);

    /// <summary>A metric of kube-state-metrics about one of KEDA's Deployments.</summary>
    public string OfKedaDeployment(string metric, string deployment) =>
        Select(metric, [.. In(KedaNamespace), new LabelMatcher("deployment", deployment)]);

    /// <summary>
    /// A metric of KEDA's operator about the app's ScaledObject. KEDA's own label <c>namespace</c> gives way to that of
    /// its pod, and becomes <c>exported_namespace</c>.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="scaledObjectLabel">What the metric calls the ScaledObject; KEDA has several words for it.</param>
    /// <param name="matchers">Further matchers.</param>
    public string OfScaledObject(string metric, string scaledObjectLabel, params LabelMatcher[] matchers) => Select(
        metric,
        [
            .. OfCluster(),
            new LabelMatcher("exported_namespace", AppNamespace),
            new LabelMatcher(scaledObjectLabel, SampleApp.AppName),
            .. matchers,
        ]);

    /// <summary>A metric that everything in the cluster has.</summary>
    public string OfAnything(string metric) => Select(metric, OfCluster());

    /// <summary>Whether scrapes work: of the app, of what says how its HPA is, and of KEDA where it is scraped.</summary>
    public IReadOnlyList<string> Up =>
    [
        OfApp("up"),
        Select("up", [.. In(HpaStateMonitor.ServiceNamespace), new LabelMatcher("job", HpaStateMonitor.Job)]),
        .. KedaIsScraped ? (string[])[Select("up", [.. In(KedaNamespace), new LabelMatcher("job", $"{KedaNamespace}/{KedaOperator.MonitorName}")])] : [],
    ];

    private static string Select(string metric, IReadOnlyList<LabelMatcher> matchers) => new SeriesSelector(metric, matchers).ToString();

    private LabelMatcher[] In(string ns) => [.. OfCluster(), new LabelMatcher("namespace", ns)];

    private LabelMatcher[] OfCluster() => Cluster is null ? [] : [new LabelMatcher("cluster", Cluster)];
}
