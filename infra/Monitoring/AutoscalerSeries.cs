using KedaStack.Infra.Identity;
using KedaStack.Infra.Keda;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Monitoring;

/// <summary>
/// The series in which the scaling of the sample app shows, as PromQL: the alerts and the dashboard are written with
/// them. Who scrapes them: the app's ServiceMonitor, KEDA's PodMonitor, the add-on's kube-state-metrics within the
/// minimal ingestion profile, and <see cref="HpaStateMonitor"/>.
/// </summary>
internal sealed record AutoscalerSeries
{
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

    /// <summary>The rate of counters, over the window of KEDA's query.</summary>
    public string RateOf(string counters) => $"rate({counters}[{PrometheusDuration.Format(Window)}])";

    /// <summary>A metric that the app exposes.</summary>
    public string OfApp(string metric, params LabelMatcher[] matchers) =>
        Select(metric, [.. SampleAppMonitor.Labels(Cluster, AppNamespace), .. matchers]);

    /// <summary>The replicas that the app's Deployment wants.</summary>
    public string SpecReplicas => OfDeployment("kube_deployment_spec_replicas");

    /// <summary>The replicas of the app that are ready.</summary>
    public string ReadyReplicas => OfDeployment("kube_deployment_status_replicas_ready");

    /// <summary>The ScaledObject and its HPA.</summary>
    public ScalerSeries Scaler => new(Cluster, AppNamespace, SampleApp.AppName, ScalerSeries.HpaNamePrefix + SampleApp.AppName);

    /// <summary>A metric of kube-state-metrics about one of KEDA's Deployments.</summary>
    public string OfKedaDeployment(string metric, string deployment) =>
        Select(metric, [.. In(KedaNamespace), new LabelMatcher("deployment", deployment)]);

    /// <summary>A metric that everything in the cluster has.</summary>
    public string OfAnything(string metric) => Select(metric, OfCluster());

    /// <summary>
    /// A metric of scraping itself, such as <c>up</c>: for the app, for what says how its HPA is, and for KEDA where it is
    /// scraped.
    /// </summary>
    public IReadOnlyList<string> OfScrapes(string metric) =>
    [
        OfApp(metric),
        Select(metric, [.. In(HpaStateMonitor.ServiceNamespace), new LabelMatcher("job", HpaStateMonitor.Job)]),
        .. KedaIsScraped
            ? (string[])[Select(metric, [.. In(KedaNamespace), new LabelMatcher("job", $"{KedaNamespace}/{KedaOperator.MonitorName}")])]
            : [],
    ];

    private string OfDeployment(string metric) =>
        Select(metric, [.. In(AppNamespace), new LabelMatcher("deployment", SampleApp.AppName)]);

    private static string Select(string metric, IReadOnlyList<LabelMatcher> matchers) => new SeriesSelector(metric, matchers).ToString();

    private LabelMatcher[] In(string ns) => [.. OfCluster(), new LabelMatcher("namespace", ns)];

    private LabelMatcher[] OfCluster() => Cluster is null ? [] : [new LabelMatcher("cluster", Cluster)];
}
