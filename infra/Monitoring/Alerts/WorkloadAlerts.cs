using System.Collections.Immutable;
using System.Globalization;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>
/// The alerts on the scaling of an app that is there: as those on the sample app, but of whatever is scaled on whatever, so that they ask
/// the HPA and KEDA rather than the app.
/// </summary>
internal static class WorkloadAlerts
{
    private const string Range = "[5m]";
    private static readonly TimeSpan _tenMinutes = TimeSpan.FromMinutes(10);

    /// <summary>The rules, in the order of docs/alerts.md.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="stack">The series of the stack.</param>
    public static ImmutableArray<AlertRule> For(ScaledWorkloadSettings workload, AutoscalerSeries stack)
    {
        var series = new ScalerSeries(
            stack.Cluster, workload.Namespace, workload.Name, workload.ReplaceHpa ?? ScalerSeries.HpaNamePrefix + workload.Name);
        return
        [
            .. workload.Scaling.MinReplicaCount < workload.Scaling.MaxReplicaCount ? (AlertRule[])[AtMaxReplicas(workload, series)] : [],
            HpaCannotReadMetric(workload, series, stack),
            .. stack.KedaIsScraped ? (AlertRule[])[ScalerErrors(workload, series, stack)] : [],
            .. workload.Triggers.OfType<QueryTrigger>().Where(query => IsVector(query.Query)).Select(query => MetricAbsent(workload, series, query)),
            .. workload.Scrape is { } scrape ? (AlertRule[])[TargetDown(workload, series, scrape)] : [],
        ];
    }

    // A scalar is never absent, and no argument of absent().
    private static bool IsVector(string query) => !query.TrimStart().StartsWith("scalar", StringComparison.Ordinal);

    // ScalingLimited is also true at the minimum; the replicas say at which end.
    private static AlertRule AtMaxReplicas(ScaledWorkloadSettings workload, ScalerSeries series)
    {
        var most = workload.Scaling.MaxReplicaCount.ToString(CultureInfo.InvariantCulture);
        return new AlertRule
        {
            Name = "AutoscalerAtMaxReplicas",
            Workload = workload.Name,
            Severity = AlertSeverity.Warning,
            Expression = $"""
                max({series.Condition("ScalingLimited")}) == 1
                and on ()
                max({series.DesiredReplicas}) >= {most}
                """,
            For = _tenMinutes,
            Summary = $"{workload.Name} is at its {most} replicas and would get more",
            Meaning = $"A trigger of {workload.Name} asks for more than {most} replicas (maxReplicaCount) and the HPA says that it is limited. At the maximum with a load that fits, this does not fire.",
            Steps =
            [
                "Look at the latency: if it is fine, the threshold is lower than what a replica can serve.",
                $"Raise maxReplicaCount of {workload.Name} and run `pulumi up`.",
                "If the load is not expected, find where it comes from.",
            ],
        };
    }

    private static AlertRule HpaCannotReadMetric(ScaledWorkloadSettings workload, ScalerSeries series, AutoscalerSeries stack) => new()
    {
        Name = "AutoscalerHpaCannotReadMetric",
        Workload = workload.Name,
        Severity = AlertSeverity.Error,
        Expression = $"""
            max({series.Condition("ScalingActive")}) == 0
            and on ()
            max({series.CurrentReplicas}) > 0
            """,
        For = _tenMinutes,
        Summary = $"The HPA of {workload.Name} cannot read its metric",
        Meaning = $"The HPA's condition ScalingActive is not true: {workload.Name} keeps the replicas it has, whatever the load. At zero replicas, where that is so by nature, this does not fire.",
        Steps =
        [
            $"`kubectl describe hpa {series.Hpa} --namespace {series.Namespace}`: the condition's message names the cause.",
            $"`kubectl logs deployment/keda-operator --namespace {stack.KedaNamespace}`: 403 is a missing role, AADSTS a federated credential that does not fit, an empty result a query or a scrape.",
            "`kedastack doctor` reads the whole chain and names the first link that is broken.",
        ],
    };

    private static AlertRule ScalerErrors(ScaledWorkloadSettings workload, ScalerSeries series, AutoscalerSeries stack) => new()
    {
        Name = "AutoscalerScalerErrors",
        Workload = workload.Name,
        Severity = AlertSeverity.Error,
        Expression = $$"""
            sum(increase({{series.ScalerErrors}}{{Range}})) > 0
            or
            sum(increase({{series.ScalerAnswers(new LabelMatcher("status_code", "2..") { Operator = "!~" })}}{{Range}})) > 0
            or
            sum(increase({{series.EmptyAnswers}}{{Range}})) > 0
            """,
        For = _tenMinutes,
        Summary = $"A trigger of {workload.Name} fails",
        Meaning = $"KEDA has repeatedly failed to get a value for {workload.Name} for ten minutes. The replicas stay as they are, or go to those of the fallback.",
        Steps =
        [
            $"`kubectl logs deployment/keda-operator --namespace {stack.KedaNamespace}` names the trigger and its error.",
            $"`kedastack explain --live --workload {workload.Name}` asks the same query with your own sign-in.",
        ],
    };

    private static AlertRule MetricAbsent(ScaledWorkloadSettings workload, ScalerSeries series, QueryTrigger query) => new()
    {
        Name = "AutoscalerMetricAbsent",
        Workload = workload.Name,
        Severity = AlertSeverity.Error,
        Expression = $"""
            absent({query.Query})
            and on ()
            max({series.CurrentReplicas}) > 0
            """,
        For = _tenMinutes,
        Summary = $"The query of {workload.Name} has no answer",
        Meaning = $"What {workload.Name} scales on is absent though it has replicas. With ignoreNullValues false it keeps them; with true KEDA treats the absence as no load and scales in, even under full load.",
        Steps =
        [
            $"`kubectl get pods --namespace {series.Namespace}`: do pods run, and are they ready?",
            $"`kedastack explain --live --workload {workload.Name}` says which label of the query matches nothing.",
        ],
    };

    private static AlertRule TargetDown(ScaledWorkloadSettings workload, ScalerSeries series, ScrapeSettings scrape) => new()
    {
        Name = "AutoscalerTargetDown",
        Workload = workload.Name,
        Severity = AlertSeverity.Warning,
        // The job of a PodMonitor is its own name, that of a ServiceMonitor the Service's (Prometheus operator).
        Expression = $"max by (namespace, job, pod) ({series.InNamespace("up", new LabelMatcher("job", scrape.Service ?? $"{workload.Namespace}/{workload.Name}"))}) == 0",
        For = TimeSpan.FromMinutes(5),
        Summary = "Pod {{ $labels.pod }} of {{ $labels.job }} cannot be scraped",
        Meaning = $"The pod's {scrape.Path} does not answer. A pod without metrics counts as a replica but adds nothing to the query: {workload.Name} gets fewer replicas than its load needs.",
        Steps =
        [
            "`kubectl describe pod {{ $labels.pod }} --namespace {{ $labels.namespace }}` and its logs: does it restart, or is it not ready?",
            "A timeout means a NetworkPolicy that does not let the Prometheus in.",
        ],
    };
}
