using System.Collections.Immutable;
using KedaStack.Scaling;

namespace KedaStack.Infra.Monitoring.Alerts;

/// <summary>The alerts on the autoscaler itself, written from the settings.</summary>
internal static class AutoscalerAlerts
{
    /// <summary>The beginning of the rule group's name; a hyphen and the cluster follow.</summary>
    public const string GroupName = "AutoscalerAlerts";

    /// <summary>The group's description.</summary>
    public const string GroupDescription = "Whether the sample app is scaled as it should be.";

    /// <summary>The rules, in the order of docs/alerts.md. Errors of the scaler show only where KEDA is scraped.</summary>
    /// <param name="series">The series.</param>
    /// <param name="scaling">How the app scales.</param>
    public static ImmutableArray<AlertRule> For(AutoscalerSeries series, ScalingSettings scaling) =>
    [
        ScalingAlerts.AtMaxReplicas(series, scaling),
        ScalingAlerts.HpaCannotReadMetric(series),
        .. series.KedaIsScraped ? (AlertRule[])[KedaAlerts.ScalerErrors(series)] : [],
        KedaAlerts.KedaDown(series),
        ScrapeAlerts.MetricAbsent(series),
        ScrapeAlerts.TargetDown(series),
        ScrapeAlerts.ClusterMetricsAbsent(series),
    ];

    /// <summary>Those of them that are about no app.</summary>
    /// <param name="series">The series.</param>
    public static ImmutableArray<AlertRule> Shared(AutoscalerSeries series) => [KedaAlerts.KedaDown(series), ScrapeAlerts.ClusterMetricsAbsent(series)];
}
