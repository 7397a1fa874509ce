using KedaStack.Reports.Writing;

namespace KedaStack.Tests.Reports.Writing;

public sealed class ShellLinesTests
{
    [Theory]
    [InlineData("kedastack check", 15, "kedastack check\n")]
    [InlineData("kedastack check --stack dev", 20, "kedastack check \\\n    --stack dev\n")]
    // A blank in quotes is part of a word, and a lone quote is not lost.
    [InlineData("a 'b c d e f g' h", 8, "a \\\n    'b c d e f g' \\\n    h\n")]
    [InlineData(@"a 'it'\''s one' b", 9, "a \\\n    'it'\\''s one' \\\n    b\n")]
    [InlineData("# it's a note about nothing", 16, "# it's a note \\\n    about \\\n    nothing\n")]
    public void Of_TooLong_GoesOnAfterABackslash(string command, int widthColumns, string lines) =>
        Assert.Equal(lines, ShellLines.Of(command, widthColumns));

    [Fact]
    public void Of_Indented_KeepsTheIndentation() => Assert.Equal("  one two \\\n      three\n", ShellLines.Of("one two three", 12, indentColumns: 2));
}
