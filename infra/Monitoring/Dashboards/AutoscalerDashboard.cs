using System.Collections.Immutable;
using KedaStack.Infra.Workload;
using KedaStack.Scaling;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>The dashboard of the autoscaler, written from the settings: from the load to the scrapes that it rests on.</summary>
internal static class AutoscalerDashboard
{
    private static readonly TimeSpan _annotationStep = TimeSpan.FromSeconds(30);

    /// <summary>The dashboard.</summary>
    /// <param name="series">The series.</param>
    /// <param name="scaling">How the app scales.</param>
    public static GrafanaDashboard For(AutoscalerSeries series, ScalingSettings scaling) => new()
    {
        Uid = "kedastack-autoscaler",
        Title = $"Autoscaler / {SampleApp.AppName}",
        Description = "Whether the app is scaled as it should be: load, replicas, what limits them, latency, KEDA and the scrapes.",
        Tags = ["autoscaling", "keda", "kedastack"],
        Panels = [.. ScalingPanels.Summary(series, scaling), .. ScalingPanels.All(series, scaling), .. Latency(series), .. HealthPanels.All(series)],
        Annotations = [Scaling(series)],
    };

    private static ImmutableArray<DashboardPanel> Latency(AutoscalerSeries series)
    {
        return
        [
            new DashboardPanel
            {
                Title = "Latency",
                Description = "How long the app takes to answer with code 200, from its own histogram. It grows before too few replicas begin to lose requests.",
                Kind = PanelKind.TimeSeries,
                Unit = "s",
                Queries = [Quantile("p50", "0.5"), Quantile("p90", "0.9"), Quantile("p99", "0.99")],
            },
        ];

        PanelQuery Quantile(string legend, string quantile) => new(
            legend, $"histogram_quantile({quantile}, sum by (le) ({series.RateOf(series.OfApp($"{SampleApp.DurationHistogram}_bucket"))}))");
    }

    /// <summary>Each step sees the replicas of that moment and of the step before, so that it marks a change once.</summary>
    private static DashboardAnnotation Scaling(AutoscalerSeries series) => new()
    {
        Name = "Scaling",
        Expression = $"""
            count_values("replicas", max({series.Scaler.DesiredReplicas}))
            unless
            count_values("replicas", max({series.Scaler.DesiredReplicas} offset {PrometheusDuration.Format(_annotationStep)}))
            """,
        Title = "to {{replicas}} replicas",
        Step = _annotationStep,
    };
}
