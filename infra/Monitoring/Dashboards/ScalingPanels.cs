using System.Collections.Immutable;
using System.Globalization;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>What the HPA decides on, and what it decides.</summary>
internal static class ScalingPanels
{
    private const string RequestsPerSecond = "reqps";
    private const string Count = "short";
    private const string YesOrNo = "bool";
    private const string UpperEdge = "above: more replicas";
    private const string LowerEdge = "below: fewer replicas";

    /// <summary>Four numbers.</summary>
    public static ImmutableArray<DashboardPanel> Summary(AutoscalerSeries series, ScalingSettings scaling)
    {
        return
        [
            Number("Load", "Requests per second of all pods together: the value of KEDA's query.", RequestsPerSecond, series.RequestRate),
            Number("Load per replica", $"The threshold is {Text(scaling.Threshold)}.", RequestsPerSecond, PerReplica(series)),
            Number("Ready replicas", $"Between {Text(scaling.MinReplicaCount)} and {Text(scaling.MaxReplicaCount)}.", Count, $"sum({series.ReadyReplicas})"),
            Number("HPA reads its metric", "The condition ScalingActive.", YesOrNo, $"max({series.Scaler.Condition("ScalingActive")})"),
        ];

        static DashboardPanel Number(string title, string description, string unit, string expression) => new()
        {
            Title = title,
            Description = description,
            Kind = PanelKind.Stat,
            Unit = unit,
            Width = PanelGrid.Columns / 4,
            Height = 4,
            Queries = [new PanelQuery(title, expression)],
        };
    }

    /// <summary>Load, load per replica, replicas, and what limits them.</summary>
    public static ImmutableArray<DashboardPanel> All(AutoscalerSeries series, ScalingSettings scaling) =>
        [Load(series, scaling), Average(series, scaling), Replicas(series, scaling), Limits(series, scaling)];

    private static DashboardPanel Load(AutoscalerSeries series, ScalingSettings scaling)
    {
        var threshold = Text(scaling.Threshold);
        return new DashboardPanel
        {
            Title = "Load, and what the replicas are meant for",
            Description = $"The load, beside the threshold of {threshold} times the ready replicas and times maxReplicaCount. The second line follows the first within minutes; a load above the third is more than the app may scale to.",
            Kind = PanelKind.TimeSeries,
            Unit = RequestsPerSecond,
            Queries =
            [
                new PanelQuery("load", series.RequestRate),
                new PanelQuery("threshold x ready replicas", $"{threshold} * sum({series.ReadyReplicas})") { Style = LineStyle.Steps },
                Constant("threshold x maxReplicaCount", scaling.Threshold * scaling.MaxReplicaCount, series),
            ],
        };
    }

    private static DashboardPanel Average(AutoscalerSeries series, ScalingSettings scaling)
    {
        var tolerance = (decimal)HpaSemantics.Default.Tolerance;
        return new DashboardPanel
        {
            Title = "Load per replica, and the HPA's tolerance",
            Description = $"Within the band around the threshold of {Text(scaling.Threshold)} the HPA leaves the replicas as they are. What it has read lags some seconds behind the load.",
            Kind = PanelKind.TimeSeries,
            Unit = RequestsPerSecond,
            Queries =
            [
                new PanelQuery("load per replica", PerReplica(series)),
                new PanelQuery("as the HPA read it", $"max({series.Scaler.HpaAverage})") { Style = LineStyle.Steps },
                Constant("threshold", scaling.Threshold, series),
                Constant(UpperEdge, scaling.Threshold * (1 + tolerance), series) with { Style = LineStyle.BandEdge, BandDownTo = LowerEdge },
                Constant(LowerEdge, scaling.Threshold * (1 - tolerance), series) with { Style = LineStyle.BandEdge },
            ],
        };
    }

    private static DashboardPanel Replicas(AutoscalerSeries series, ScalingSettings scaling) => new()
    {
        Title = "Replicas",
        Description = "What the load asks for, what the HPA wants, what exists and what is ready. What keeps them from following the load: tolerance, policies and, when scaling down, the stabilization window.",
        Kind = PanelKind.TimeSeries,
        Unit = Count,
        Queries =
        [
            new PanelQuery("the load asks for", Asked(series, scaling)) { Style = LineStyle.Dashed },
            new PanelQuery("desired", $"max({series.Scaler.DesiredReplicas})") { Style = LineStyle.Steps },
            new PanelQuery("current", $"max({series.Scaler.CurrentReplicas})") { Style = LineStyle.Steps },
            new PanelQuery("ready", $"sum({series.ReadyReplicas})") { Style = LineStyle.Steps },
            Constant("maxReplicaCount", scaling.MaxReplicaCount, series),
            Constant("minReplicaCount", scaling.MinReplicaCount, series),
        ],
    };

    private static DashboardPanel Limits(AutoscalerSeries series, ScalingSettings scaling)
    {
        var desired = $"max({series.Scaler.DesiredReplicas})";
        return new DashboardPanel
        {
            Title = "What limits the replicas",
            Description = "Filled while it holds. More than the load asks for: the stabilization window or the tolerance; fewer: a policy, the tolerance, or a metric that cannot be read.",
            Kind = PanelKind.StateTimeline,
            Unit = YesOrNo,
            Queries =
            [
                new PanelQuery("at maxReplicaCount", $"{desired} >= bool {Text(scaling.MaxReplicaCount)}"),
                new PanelQuery("at minReplicaCount", $"{desired} <= bool {Text(scaling.MinReplicaCount)}"),
                new PanelQuery("more than the load asks for", $"{desired} > bool {Asked(series, scaling)}"),
                new PanelQuery("fewer than the load asks for", $"{desired} < bool {Asked(series, scaling)}"),
                new PanelQuery("limited, says the HPA", $"max({series.Scaler.Condition("ScalingLimited")})"),
                new PanelQuery("pods not ready", $"{desired} > bool sum({series.ReadyReplicas})"),
                new PanelQuery("metric cannot be read", $"max({series.Scaler.Condition("ScalingActive")}) == bool 0"),
            ],
        };
    }

    private static string PerReplica(AutoscalerSeries series) => $"{series.RequestRate} / (max({series.Scaler.CurrentReplicas}) > 0)";

    private static string Asked(AutoscalerSeries series, ScalingSettings scaling) =>
        $"clamp(ceil({series.RequestRate} / {Text(scaling.Threshold)}), {Text(scaling.MinReplicaCount)}, {Text(scaling.MaxReplicaCount)})";

    // Azure refuses a query that names no metric.
    private static PanelQuery Constant(string legend, decimal value, AutoscalerSeries series) =>
        new(legend, $"{Text(value)} + 0 * max({series.Scaler.DesiredReplicas})") { Style = LineStyle.Dashed };

    private static string Text(decimal number) => PrometheusNumber.Format(number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
