using KedaStack.Local;
using KedaStack.Reports.Charts;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Local;

/// <summary>The picture of a run over its prediction: load, value per replica and replicas.</summary>
internal static class ComparisonPicture
{
    /// <summary>What a run is called beside its prediction.</summary>
    public const string Run = "run";

    /// <summary>What the prediction is called.</summary>
    public const string Predicted = "predicted";

    private const int RunStyle = 1;
    private const int PredictedStyle = 2;
    private const int ReadyStyle = 3;
    private const int LoadStyle = 6;
    private const double Milli = 1000;

    /// <summary>The picture.</summary>
    public static Chart Of(LocalRunResult result)
    {
        var threshold = result.Plan.Settings.Threshold;
        var (run, predicted) = (RunTimeline.Of(result), result.Comparison.Prediction.Points);
        return new Chart
        {
            Title = $"How the app followed the traffic {result.Plan.TrafficName}, and how it was predicted to",
            Description = string.Join(' ', ResultText.Steps(result)),
            Duration = result.Duration,
            Panels =
            [
                new ChartPanel
                {
                    Title = "Load in req/s",
                    Series =
                    [
                        new ChartSeries { Name = "offered", Style = LoadStyle, IsArea = true, Points = Points(run, point => point.OfferedMilli / Milli) },
                        new ChartSeries
                        {
                            Name = "served",
                            Style = ReadyStyle,
                            Points = [.. result.History.Select(point => new ChartPoint(point.Time.TotalSeconds, point.ServedMilli / Milli))],
                        },
                    ],
                },
                new ChartPanel
                {
                    Title = "Query value per replica, in req/s",
                    Series = Both(run, predicted, point => point.PerReplicaMilli / Milli),
                    References = [new ChartReference($"threshold {Shown.Number(threshold)}", (double)threshold)],
                },
                new ChartPanel { Title = "Desired replicas", IsWhole = true, Series = Both(run, predicted, point => point.SpecReplicas) },
                new ChartPanel
                {
                    Title = "Replicas of the run",
                    IsWhole = true,
                    Series =
                    [
                        new ChartSeries { Name = "Ready", Style = ReadyStyle, IsArea = true, Points = Points(run, point => point.ReadyPods) },
                        new ChartSeries { Name = "created", Style = RunStyle, Points = Points(run, point => point.StatusReplicas) },
                    ],
                },
            ],
        };
    }

    private static List<ChartSeries> Both(
        IReadOnlyList<TimelinePoint> run, IReadOnlyList<TimelinePoint> predicted, Func<TimelinePoint, double?> value) =>
    [
        new ChartSeries { Name = Run, Style = RunStyle, Points = Points(run, value) },
        new ChartSeries { Name = Predicted, Style = PredictedStyle, Points = Points(predicted, value) },
    ];

    private static List<ChartPoint> Points(IReadOnlyList<TimelinePoint> points, Func<TimelinePoint, double?> value) =>
        [.. points.Select(point => new ChartPoint(point.AtMilliseconds / Milli, value(point)))];
}
