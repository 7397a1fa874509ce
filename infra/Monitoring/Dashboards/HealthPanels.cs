using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Dashboards;

/// <summary>Whether KEDA and the scrapes work, which all the rest depends on.</summary>
internal static class HealthPanels
{
    private const string Seconds = "s";
    private const string Count = "short";
    private const int Third = PanelGrid.Columns / 3;

    /// <summary>KEDA's panels only where it is scraped.</summary>
    public static ImmutableArray<DashboardPanel> All(AutoscalerSeries series) =>
        [.. series.KedaIsScraped ? Keda(series) : [], Targets(series), Durations(series)];

    private static DashboardPanel[] Keda(AutoscalerSeries series) =>
    [
        new()
        {
            Title = "KEDA: delays",
            Description = "How late KEDA's loop runs, and how long Prometheus takes to answer. The HPA waits for that answer every 15 seconds.",
            Kind = PanelKind.TimeSeries,
            Unit = Seconds,
            Queries =
            [
                new PanelQuery("delay of the scale loop", $"max({series.Scaler.LoopLatency})"),
                new PanelQuery("answer of Prometheus", $"max({series.Scaler.ScalerLatency})"),
            ],
        },
        new()
        {
            Title = "KEDA: errors in 5 minutes",
            Description = "Errors of the trigger, answers without a value, and all answers by HTTP status. With a fallback KEDA counts no errors.",
            Kind = PanelKind.TimeSeries,
            Unit = Count,
            Width = Third,
            Queries =
            [
                new PanelQuery("errors", $"sum(increase({series.Scaler.ScalerErrors}[5m]))"),
                new PanelQuery("empty answers", $"sum(increase({series.Scaler.EmptyAnswers}[5m]))"),
                new PanelQuery("HTTP {{status_code}}", $"sum by (status_code) (increase({series.Scaler.ScalerAnswers()}[5m]))"),
            ],
        },
    ];

    private static DashboardPanel Targets(AutoscalerSeries series)
    {
        var up = string.Join(" or ", series.OfScrapes("up"));
        return new DashboardPanel
        {
            Title = "Scrape targets",
            Description = "How many exist, and how many of them answer.",
            Kind = PanelKind.TimeSeries,
            Unit = Count,
            Width = Third,
            Queries =
            [
                new PanelQuery("{{job}} answers", $"sum by (job) ({up})") { Style = LineStyle.Steps },
                new PanelQuery("{{job}} targets", $"count by (job) ({up})") { Style = LineStyle.Steps },
            ],
        };
    }

    private static DashboardPanel Durations(AutoscalerSeries series) => new()
    {
        Title = "Scrape durations",
        Description = "The slowest target of each job. A scrape that takes longer than its timeout is lost.",
        Kind = PanelKind.TimeSeries,
        Unit = Seconds,
        Width = Third,
        Queries = [new PanelQuery("{{job}}", $"max by (job) ({string.Join(" or ", series.OfScrapes("scrape_duration_seconds"))})")],
    };
}
