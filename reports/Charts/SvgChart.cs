using System.Text;

namespace KedaStack.Reports.Charts;

/// <summary>Writes a chart as SVG. Colours are in <see cref="ChartStyle"/>; lines end with LF.</summary>
internal sealed class SvgChart
{
    private const int MostSteps = 4;
    private const int ColumnsPerTick = 90;

    // Thinner ones are not seen.
    private const double ThinnestBand = 1;

    private readonly StringBuilder _svg = new();
    private readonly Chart _chart;
    private readonly SvgSize _size;
    private readonly double _seconds;
    private double _y;

    private SvgChart(Chart chart, SvgSize size) => (_chart, _size, _seconds) = (chart, size, chart.Duration.TotalSeconds);

    /// <summary>A file of its own, with its style.</summary>
    public static string File(Chart chart) => Write(chart, SvgSize.Wide, "chart", $"<style>\n{ChartStyle.Css}</style>\n");

    /// <summary>A part of a page, which has the style.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="size">The measures.</param>
    /// <param name="id">A word that no other element of the page has as the beginning of its id.</param>
    public static string Inline(Chart chart, SvgSize size, string id) => Write(chart, size, id, "");

    private static string Write(Chart chart, SvgSize size, string id, string style)
    {
        var writer = new SvgChart(chart, size);
        foreach (var panel in chart.Panels)
        {
            writer.Add(panel);
        }

        var body = writer.Finish();
        var (width, height) = (size.Width, SvgText.Number(writer._y));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {SvgText.Number(width)} {height}" width="{SvgText.Number(width)}" height="{height}" role="img" aria-labelledby="{id}-title {id}-description">
            <title id="{id}-title">{SvgText.Escape(chart.Title)}</title>
            <desc id="{id}-description">{SvgText.Escape(chart.Description)}</desc>
            {style}<rect class="paper" width="{SvgText.Number(width)}" height="{height}"/>
            {body}</svg>

            """.ReplaceLineEndings("\n");
    }

    private void Add(ChartPanel panel)
    {
        _y += SvgSize.Line;
        Text("title", SvgSize.Left, _y, panel.Title);
        var entries = panel.Series.Select(series => (Class: Line(series), series.Name))
            .Concat(panel.Bands.DistinctBy(band => band.Style).OrderBy(band => band.Style).Select(band => (Class: $"band b{Digits(band.Style)}", band.Name)));
        // The title of a panel with one line says what it is.
        var legend = panel.Series.Count == 1 ? [] : SvgLegend.Lay(entries, _size);
        foreach (var (style, name, x, row) in legend)
        {
            _svg.Append(SvgLegend.Entry(style, name, x, _y + ((row + 1) * SvgSize.Line)));
        }

        _y += (legend.Select(entry => entry.Row + 1).LastOrDefault() * SvgSize.Line) + (SvgSize.Gap / 2.0);
        if (panel.Series.Count == 0)
        {
            Strip(panel.Bands);
        }
        else
        {
            Plot(panel);
        }
    }

    // A line of more points than there is room for is thin, here and in the legend.
    private string Line(ChartSeries series) => $"line s{Digits(series.Style)}{(series.Points.Count > _size.Width ? " dense" : "")}";

    private void Plot(ChartPanel panel)
    {
        var scale = ValueScale.For(panel.Highest, MostSteps, panel.IsWhole);
        var plot = Area(_size.PlotHeight, scale.Top);
        foreach (var tick in scale.Ticks)
        {
            Level("grid", plot, tick);
            Text("label end", plot.Left - 6, plot.Y(tick) + 4, ValueScale.Label(tick));
        }

        TimeGrid(plot);
        foreach (var series in panel.Series.Where(series => series.IsArea))
        {
            Path($"area s{Digits(series.Style)}", StepPath.Area(series.Points, plot));
        }

        foreach (var series in panel.Series)
        {
            Path(Line(series), StepPath.Line(series.Points, plot));
        }

        foreach (var reference in panel.References)
        {
            Level("reference", plot, reference.Value);
            Text("label note end", plot.Right, plot.Y(reference.Value) - 4, reference.Name);
        }

        _y = plot.Bottom + SvgSize.Gap;
    }

    private void Strip(IReadOnlyList<ChartBand> bands)
    {
        var plot = Area(SvgSize.Strip, 1);
        _svg.Append($"<path class=\"grid\" d=\"M{SvgText.Number(plot.Left)} {SvgText.Number(plot.Bottom)}H{SvgText.Number(plot.Right)}\"/>\n");
        foreach (var band in bands)
        {
            var (from, to) = (plot.X(band.FromSeconds), plot.X(band.ToSeconds));
            _svg.Append($"<rect class=\"b{Digits(band.Style)}\" x=\"{SvgText.Number(from)}\" y=\"{SvgText.Number(plot.Top)}\" width=\"{SvgText.Number(Math.Max(ThinnestBand, to - from))}\" height=\"{SvgText.Number(plot.Bottom - plot.Top)}\"/>\n");
        }

        _y = plot.Bottom + SvgSize.Gap;
    }

    private string Finish()
    {
        var plot = Area(0, 1);
        _y += SvgSize.Line - (SvgSize.Gap / 2.0);
        foreach (var at in Ticks())
        {
            var x = plot.X(at.TotalSeconds);
            var isLast = x > plot.Right - SvgSize.Right;
            Text(isLast ? "label end" : "label middle", isLast ? plot.Right : x, _y, TimeScale.Label(at));
        }

        _svg.Append($"<path class=\"cursor\" d=\"M0 0V{SvgText.Number(_y - SvgSize.Line)}\"/>\n");
        _y += SvgSize.Gap / 2.0;
        return _svg.ToString();
    }

    private void TimeGrid(PlotArea plot)
    {
        var path = new StringBuilder();
        foreach (var at in Ticks())
        {
            path.Append($"M{SvgText.Number(plot.X(at.TotalSeconds))} {SvgText.Number(plot.Top)}V{SvgText.Number(plot.Bottom)}");
        }

        Path("grid", path.ToString());
    }

    private IEnumerable<TimeSpan> Ticks() => TimeScale.Ticks(_chart.Duration, Math.Max(2, _size.Width / ColumnsPerTick));

    private PlotArea Area(double height, double top) => new(SvgSize.Left, _size.Width - SvgSize.Right, _y, _y + height, _seconds, top);

    private void Level(string style, PlotArea plot, double value) =>
        Path(style, $"M{SvgText.Number(plot.Left)} {SvgText.Number(plot.Y(value))}H{SvgText.Number(plot.Right)}");

    private void Path(string style, string path) => _svg.Append($"<path class=\"{style}\" d=\"{path}\"/>\n");

    private void Text(string style, double x, double y, string text) =>
        _svg.Append($"<text class=\"{style}\" x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\">{SvgText.Escape(text)}</text>\n");

    private static string Digits(int style) => SvgText.Number(style);
}
