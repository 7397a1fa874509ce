using KedaStack.Resources.Writing;

namespace KedaStack.Tests.Resources.Writing;

public sealed class WordWrapTests
{
    [Theory]
    [InlineData("short", 20, "short")]
    [InlineData("exactly twenty cols.", 20, "exactly twenty cols.")]
    [InlineData("a line that is too long", 12, "a line that", "  is too", "  long")]
    [InlineData("    indented words go on deeper", 18, "    indented words", "      go on deeper")]
    [InlineData("a-word-that-is-wider-than-all", 12, "a-word-that-is-wider-than-all")]
    [InlineData("see a-word-that-is-wider yes", 12, "see", "  a-word-that-is-wider", "  yes")]
    // A number stays with its unit.
    [InlineData("it takes about 15 s now", 18, "it takes about", "  15 s now")]
    [InlineData("it is 12 %, at most", 9, "it is", "  12 %,", "  at most")]
    [InlineData("at 15 seconds", 6, "at 15", "  seconds")]
    // Blanks that a line ends with are no indentation of the next.
    [InlineData("one  two  three", 8, "one  two", "  three")]
    public void Line_OfAWidth_BreaksBetweenWords(string line, int widthColumns, params string[] lines) =>
        Assert.Equal(lines, WordWrap.Line(line, widthColumns));

    [Fact]
    public void Line_OfATree_GoesOnUnderItsGuides() => Assert.Equal(
        ["\u2502   \u251c\u2500\u2500 name: one", "\u2502   \u2502     two", "\u2502   \u2502     three"],
        WordWrap.Line("\u2502   \u251c\u2500\u2500 name: one two three", 17));

    [Fact]
    public void Line_OfTheLastInATree_GoesOnWithoutAGuide() => Assert.Equal(
        ["\u2514\u2500\u2500 name: one", "      two three"],
        WordWrap.Line("\u2514\u2500\u2500 name: one two three", 16));

    [Theory]
    [InlineData("\u001b[1mbold\u001b[0m and more", 13, "\u001b[1mbold\u001b[0m and more")]
    [InlineData("\u001b[31mred\u001b[0m words and more", 10, "\u001b[31mred\u001b[0m words", "  and more")]
    public void Line_WithColours_CountsWhatIsSeen(string line, int widthColumns, params string[] lines) =>
        Assert.Equal(lines, WordWrap.Line(line, widthColumns));

    [Fact]
    public void Text_OfSeveralLines_FitsEach() => Assert.Equal("one two\n\n  three\n    four\n", WordWrap.Text("one two\n\n  three four\n", 9));
}
