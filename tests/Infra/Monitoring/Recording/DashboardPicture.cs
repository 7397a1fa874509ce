using System.Collections.Immutable;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Reports.Charts;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Tests.Infra.Monitoring.Recording;

/// <summary>
/// The dashboard's panels over the recorded run as a picture, drawn from what a real Prometheus answers to their queries.
/// Left out are those of KEDA and of the scrapes, which are synthesised and flat.
/// </summary>
internal sealed class DashboardPicture(GrafanaDashboard dashboard, Func<string, TimeSpan, Task<IReadOnlyList<RangeSeries>>> ask)
{
    private const int ScalingStyle = 1;
    private const double MarkSeconds = 6;

    // What limits most comes first: one strip shows one of them at a time.
    private static readonly ImmutableArray<(string Legend, int Style)> _limits =
    [
        ("metric cannot be read", 5),
        ("fewer than the load asks for", 2),
        ("more than the load asks for", 3),
        ("at maxReplicaCount", 1),
        ("at minReplicaCount", 4),
    ];

    /// <summary>The chart.</summary>
    public async Task<Chart> DrawAsync() => new()
    {
        Title = dashboard.Title,
        Description = "A recorded run of 17 minutes: the load goes from 8 to 46 requests per second and back; the replicas follow from 1 to 5 within three minutes, and back to 1 five minutes after the load.",
        Duration = RecordedRun.End - RecordedRun.Begin,
        Panels =
        [
            await LinesAsync("Load, and what the replicas are meant for", "requests/s"),
            await LinesAsync("Load per replica, and the HPA's tolerance", "requests/s"),
            await LinesAsync("Replicas", isWhole: true),
            await ScalingAsync(),
            await LimitsAsync(),
            await LinesAsync("Latency", "s"),
        ],
    };

    private async Task<ChartPanel> LinesAsync(string title, string unit = "", bool isWhole = false)
    {
        var series = new List<ChartSeries>();
        var references = new List<ChartReference>();
        foreach (var query in Panel(title).Queries)
        {
            var points = await PointsAsync(query);
            if (query.Style is LineStyle.Dashed or LineStyle.BandEdge && points.DistinctBy(point => point.Value).Count() == 1)
            {
                // The edges of a band are too near for a name each.
                references.Add(new ChartReference(query.Style is LineStyle.BandEdge ? "" : query.Legend, points[0].Value!.Value));
            }
            else
            {
                series.Add(new ChartSeries { Name = query.Legend, Style = series.Count + 1, Points = points, IsArea = series.Count == 0 });
            }
        }

        return new ChartPanel { Title = unit.Length > 0 ? $"{title}, in {unit}" : title, Series = series, References = references, IsWhole = isWhole };
    }

    private async Task<ChartPanel> ScalingAsync()
    {
        var annotation = dashboard.Annotations.Single();
        var marks = from series in await ask(annotation.Expression, annotation.Step)
                    from sample in series.Samples
                    orderby sample.TimestampMilliseconds
                    select (At: Seconds(sample.TimestampMilliseconds), Replicas: series.Labels["replicas"]);
        var scalings = marks.Skip(1).ToList();
        return new ChartPanel
        {
            Title = $"Scaling: to {string.Join(", ", scalings.Select(mark => mark.Replicas))} replicas",
            Bands = [.. scalings.Select(mark => new ChartBand(mark.At, mark.At + MarkSeconds, ScalingStyle, "scaling"))],
        };
    }

    private async Task<ChartPanel> LimitsAsync()
    {
        const string Title = "What limits the replicas";
        var bands = new List<ChartBand>();
        var step = RecordedRun.Interval.TotalSeconds;
        var holds = new Dictionary<string, HashSet<double>>();
        foreach (var (legend, _) in _limits)
        {
            var points = await PointsAsync(Panel(Title).Queries.Single(query => query.Legend == legend));
            holds[legend] = [.. points.Where(point => point.Value == 1).Select(point => point.AtSeconds)];
        }

        for (var at = 0.0; at < (RecordedRun.End - RecordedRun.Begin).TotalSeconds; at += step)
        {
            if (_limits.FirstOrDefault(limit => holds[limit.Legend].Contains(at)) is { Legend: { } legend } first)
            {
                var isSame = bands.Count > 0 && bands[^1].Name == legend && bands[^1].ToSeconds == at;
                var from = isSame ? bands[^1].FromSeconds : at;
                bands = [.. isSame ? bands[..^1] : bands, new ChartBand(from, at + step, first.Style, legend)];
            }
        }

        return new ChartPanel { Title = Title, Bands = bands };
    }

    private DashboardPanel Panel(string title) => dashboard.Panels.Single(panel => panel.Title == title);

    private async Task<IReadOnlyList<ChartPoint>> PointsAsync(PanelQuery query) =>
    [
        .. Assert.Single(await ask(query.Expression, RecordedRun.Interval)).Samples
            .Select(sample => new ChartPoint(Seconds(sample.TimestampMilliseconds), double.IsFinite(sample.Value) ? sample.Value : null)),
    ];

    private static double Seconds(long timestampMilliseconds) =>
        (DateTimeOffset.FromUnixTimeMilliseconds(timestampMilliseconds) - RecordedRun.Begin).TotalSeconds;
}
