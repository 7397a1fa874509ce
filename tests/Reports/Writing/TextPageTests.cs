using KedaStack.Reports.Writing;

namespace KedaStack.Tests.Reports.Writing;

public sealed class TextPageTests
{
    private static readonly string[][] _rows =
    [
        ["  rule", "input", "-> output"],
        ["* one", "a text that is quite long, and goes on", "-> 5"],
        ["  second", "short", "-> 10"],
    ];

    [Fact]
    public void Table_WithRoom_HasColumns() => Assert.Equal(
        "    rule    input                                   -> output\n"
            + "  * one     a text that is quite long, and goes on  -> 5\n"
            + "    second  short                                   -> 10\n",
        Table(80));

    [Fact]
    public void Table_WithoutRoom_HasShortCellsOnALineAndTheLongOneBelow() => Assert.Equal(
        "    rule    -> output\n"
            + "  * one     -> 5\n"
            + "      input: a text that is\n"
            + "      quite long, and goes on\n"
            + "    second  -> 10\n"
            + "      input: short\n",
        Table(30));

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(40)]
    public void Table_AnyWidth_BreaksNoWordAndLosesNone(int widthColumns)
    {
        var text = Table(widthColumns);

        Assert.All(_rows.Skip(1).SelectMany(row => row).SelectMany(cell => cell.Split(' ')), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_OfFiguresWithoutRoom_HasTheTextBelowThem()
    {
        var page = new TextPage(22);

        page.Table([["", "Cost", "Changes"], ["today", "1.5", "none"], ["better", "10.25", "threshold 20; window 1m"]], hasHeader: true, figures: 1..^1);

        Assert.Equal(
            "           Cost\n"
                + "  today     1.5\n"
                + "      Changes: none\n"
                + "  better  10.25\n"
                + "      Changes:\n"
                + "      threshold 20;\n"
                + "      window 1m\n",
            page.ToString());
    }

    [Theory]
    [InlineData(32, "  1:00  the metric asks for 2\n  2:00\n      the metric asks for 0, the\n      window holds 9\n  3:00  the metric asks for 7\n")]
    [InlineData(28, "  1:00\n      the metric asks for 2\n  2:00\n      the metric asks for 0,\n      the window holds 9\n  3:00\n      the metric asks for 7\n")]
    public void Table_WhoseLastCellsMostlyFit_KeepsThoseBeside(int widthColumns, string expected)
    {
        var page = new TextPage(widthColumns);

        page.Table([["1:00", "the metric asks for 2"], ["2:00", "the metric asks for 0, the window holds 9"], ["3:00", "the metric asks for 7"]]);

        Assert.Equal(expected, page.ToString());
    }

    private static string Table(int widthColumns)
    {
        var page = new TextPage(widthColumns);
        page.Table(_rows, hasHeader: true);
        return page.ToString();
    }
}
