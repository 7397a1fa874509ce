using System.Globalization;
using System.Xml.Linq;
using KedaStack.Reports.Charts;

namespace KedaStack.Tests.Reports.Charts;

public sealed class SvgChartTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static readonly Chart _chart = new()
    {
        Title = "A <title> & \"more\"",
        Description = "Goes up.\u0001",
        Duration = TimeSpan.FromMinutes(10),
        Panels =
        [
            new ChartPanel
            {
                Title = "Load",
                Series = [new ChartSeries { Name = "load", Style = 1, IsArea = true, Points = [new(0, 0.5), new(300, 12.25)] }],
                References = [new ChartReference("threshold 10", 10)],
            },
            new ChartPanel
            {
                Title = "Replicas",
                IsWhole = true,
                Series =
                [
                    new ChartSeries { Name = "one", Style = 1, Points = [new(0, 1), new(60, 3)] },
                    new ChartSeries { Name = "<two>", Style = 2, Points = [new(0, 1), new(90, 2)] },
                ],
            },
            new ChartPanel { Title = "Limits", Bands = [new ChartBand(0, 60, 2, "maximum"), new ChartBand(120, 120.01, 2, "maximum")] },
        ],
    };

    [Fact]
    public void File_Always_IsXmlThatSaysWhatItShows()
    {
        var root = XDocument.Parse(SvgChart.File(_chart)).Root!;

        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal(
            [_chart.Title, "Goes up.?"],
            ((string)root.Attribute("aria-labelledby")!).Split(' ').Select(id => root.Elements().Single(element => (string?)element.Attribute("id") == id).Value));
    }

    [Fact]
    public void File_Always_BringsItsStyleAndAsksForNothing()
    {
        var text = SvgChart.File(_chart);

        Assert.Contains("prefers-color-scheme: dark", text, StringComparison.Ordinal);
        Assert.Equal("http://www.w3.org/2000/svg", System.Text.RegularExpressions.Regex.Match(text, "https?://[^\"]*").Value);
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(900)]
    [InlineData(350)]
    public void Inline_AnySize_KeepsEverythingOnThePicture(int width)
    {
        var root = XDocument.Parse(SvgChart.Inline(_chart, new SvgSize(width, 100), "x")).Root!;
        var height = Number(root, "height");

        Assert.All(root.Descendants(_svg + "text"), text =>
        {
            Assert.InRange(Number(text, "x"), 0, width);
            Assert.InRange(Number(text, "y"), 10, height);
        });
        Assert.All(root.Descendants(_svg + "rect").Skip(1), rect =>
        {
            Assert.InRange(Number(rect, "width"), 1, width);
            Assert.InRange(Number(rect, "x") + Number(rect, "width"), 0, width);
        });
    }

    [Fact]
    public void Inline_Legend_NamesLinesWhereThereAreSeveralAndBandsOnce()
    {
        var texts = XDocument.Parse(SvgChart.Inline(_chart, SvgSize.Wide, "x")).Descendants(_svg + "text").Select(text => text.Value).ToList();

        Assert.Equal(["one", "<two>", "maximum"], texts.Where(text => text is "load" or "one" or "<two>" or "maximum"));
    }

    [Fact]
    public void SvgLegend_ManyNames_WrapsWithinThePicture()
    {
        var size = SvgSize.Narrow;
        var placed = SvgLegend.Lay(Enumerable.Range(0, 9).Select(i => ("line s1", $"variant number {i}")), size);

        Assert.True(placed[^1].Row > 1);
        Assert.All(placed, entry => Assert.InRange(entry.X + SvgSize.TextWidth(entry.Name), SvgSize.Left, size.Width));
        Assert.Equal(placed.Count, placed.Select(entry => (entry.X, entry.Row)).Distinct().Count());
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
