using System.Globalization;
using KedaStack.Reports.Charts;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Simulate.Page;

/// <summary>The picture of a simulation: load, value per replica, replicas and what limited them, of several runs over each other.</summary>
internal static class RunPicture
{
    private const int Styles = 5;
    private const int LoadStyle = 6;
    private const int ReadyStyle = 3;
    private const int MostColumns = 1000;
    private const int MostDecisionsInWords = 20;

    /// <summary>The picture.</summary>
    public static Chart Of(SimulationReport report)
    {
        var isOnly = report.Runs.Count == 1;
        return new Chart
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"How stack {report.Stack} scales with the traffic {report.Traffic.Source}"),
            Description = string.Join(' ', report.Runs.Select(run => Describe(run))),
            Duration = report.Traffic.Duration,
            Panels =
            [
                Load(report),
                new ChartPanel
                {
                    Title = "Query value per replica, in req/s",
                    Series = Lines(report, point => point.PerReplicaMilli / 1000.0),
                    References = [.. report.Runs.Select(run => run.Scenario.Settings.Threshold).Distinct().Select(threshold =>
                        new ChartReference($"threshold {Shown.Number(threshold)}", (double)threshold))],
                },
                new ChartPanel
                {
                    Title = isOnly ? "Replicas" : "Desired replicas",
                    IsWhole = true,
                    Series = isOnly ? Replicas(report.Base) : Lines(report, point => point.SpecReplicas),
                },
                .. Waiting(report),
                .. GoesWrong(report),
                .. report.Runs.Select(run => new ChartPanel { Title = isOnly ? "What limits the replicas" : $"What limits {run.Label}", Bands = Limits(run) }),
            ],
        };
    }

    private static string Describe(SimulatedRun run)
    {
        var kpis = run.Result.Kpis;
        var changes = run.Result.Decisions.Take(MostDecisionsInWords).Select(decision =>
            string.Create(CultureInfo.InvariantCulture, $"{decision.To:#,0} at {Shown.Time(decision.AtMilliseconds)}"));
        var start = run.Result.Decisions.Count > 0 ? run.Result.Decisions[0].From : kpis.PeakReplicas;
        var rest = kpis.Decisions > MostDecisionsInWords ? " and more" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Name}: the load is at most {run.Scenario.Traffic.PeakMilli / 1000m:#,0.###} req/s in {PrometheusDuration.Format(run.Scenario.Duration)}; {ShownNumber.Replicas(start)} at first{(kpis.Decisions == 0 ? " and always" : ", then ")}{string.Join(", ", changes)}{rest}.");
    }

    private static ChartPanel Load(SimulationReport report)
    {
        var steps = report.Traffic.Traffic.Steps;
        var points = new List<ChartPoint>();
        if (steps.Length <= MostColumns)
        {
            foreach (var step in steps)
            {
                points.Add(new ChartPoint(step.AtMilliseconds / 1000.0, step.MilliRequestsPerSecond / 1000.0));
            }
        }
        else
        {
            var columns = new RunColumns(report.Traffic.Traffic, report.Base.Result, report.Traffic.Duration, MostColumns);
            points.AddRange(columns.Load.Select((load, column) => new ChartPoint(report.Traffic.Duration.TotalSeconds * column / MostColumns, load)));
        }

        return new ChartPanel
        {
            Title = "Load in req/s",
            Series = [new ChartSeries { Name = "load", Style = LoadStyle, IsArea = true, Points = [.. points.Where(point => point.AtSeconds < report.Traffic.Duration.TotalSeconds)] }],
        };
    }

    private static IReadOnlyList<ChartSeries> Replicas(SimulatedRun run) =>
    [
        new ChartSeries { Name = "Ready", Style = ReadyStyle, IsArea = true, Points = Points(run, point => point.ReadyPods) },
        new ChartSeries { Name = "desired", Style = 1, Points = Points(run, point => point.SpecReplicas) },
    ];

    private static IEnumerable<ChartPanel> Waiting(SimulationReport report)
    {
        if (report.Runs.Any(run => run.Result.Points.Any(point => point.QueuedMicro > 0)))
        {
            yield return new ChartPanel { Title = "Waiting requests", Series = Lines(report, point => point.QueuedMicro / 1_000_000.0) };
        }
    }

    private static IEnumerable<ChartPanel> GoesWrong(SimulationReport report)
    {
        if (report.World.Disturbances.Count > 0)
        {
            yield return new ChartPanel
            {
                Title = "What goes wrong",
                Bands = [.. report.World.Disturbances.Select(disturbance => new ChartBand(
                    disturbance.At.TotalSeconds, (disturbance.At + disturbance.Duration).TotalSeconds, Style(disturbance), DisturbanceText.Name(disturbance)))],
            };
        }
    }

    private static int Style(Disturbance disturbance) => disturbance switch
    {
        SlowStart => 1,
        ScrapeGap => 2,
        PodCrashLoop => 3,
        PrometheusRestart => 4,
        _ => 5,
    };

    private static List<ChartSeries> Lines(SimulationReport report, Func<TimelinePoint, double?> value) =>
        [.. report.Runs.Select((run, i) => new ChartSeries { Name = run.Label, Style = (i % Styles) + 1, Points = Points(run, value) })];

    private static List<ChartPoint> Points(SimulatedRun run, Func<TimelinePoint, double?> value) =>
        [.. run.Result.Points.Select(point => new ChartPoint(point.AtMilliseconds / 1000.0, value(point)))];

    private static List<ChartBand> Limits(SimulatedRun run)
    {
        var bands = new List<ChartBand>();
        var end = run.Scenario.Duration.TotalSeconds;
        var limits = LimitKind.All(run.Result.Points).ToList();
        for (var i = 0; i < run.Result.Points.Count; i++)
        {
            var (from, to) = (
                run.Result.Points[i].AtMilliseconds / 1000.0, i + 1 < run.Result.Points.Count ? run.Result.Points[i + 1].AtMilliseconds / 1000.0 : end);
            if (limits[i] is not { } kind)
            {
                continue;
            }

            if (bands.Count > 0 && bands[^1].Name == kind.Meaning && bands[^1].ToSeconds == from)
            {
                bands[^1] = bands[^1] with { ToSeconds = to };
            }
            else
            {
                bands.Add(new ChartBand(from, to, kind.Style, kind.Meaning));
            }
        }

        return bands;
    }
}
