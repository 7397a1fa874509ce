using KedaStack.Resources.Diff;

namespace KedaStack.Tests.Resources.Diff;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "a\nc\n", "-1 line")]
    [InlineData("a\nc\n", "a\nb\nc\n", "+1 line")]
    [InlineData("a\nb\nc\n", "a\nx\ny\nc\n", "+2 -1 lines")]
    [InlineData("a\nb\nc\nd\n", "x\nb\ny\nd\n", "+2 -2 lines")]
    [InlineData("a\nb\n", "b\na\n", "+1 -1 lines")]
    [InlineData("a", "a\n", "+1 -1 lines")]
    [InlineData(null, "a\nb", "+2 lines")]
    [InlineData("a\nb\n", null, "-2 lines")]
    public void Summarise_TwoTexts_CountsLines(string? earlier, string? present, string expected) =>
        Assert.Equal(expected, LineDiff.Summarise(earlier, present));

    [Fact]
    public void Summarise_TextsTooLongForTheTable_CountsAllThatDiffers()
    {
        var earlier = string.Concat(Enumerable.Range(0, 3000).Select(line => $"a{line}\nsame\n"));
        var present = string.Concat(Enumerable.Range(0, 3000).Select(line => $"b{line}\nsame\n"));

        Assert.Equal("+5999 -5999 lines", LineDiff.Summarise(earlier, present));
    }
}
