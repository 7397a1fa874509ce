using System.Text.RegularExpressions;
using KedaStack.Resources.Writing;

namespace KedaStack.Tests.Resources.Writing;

public sealed partial class MarkdownTextTests
{
    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("``` @team <img>", "```` ``` @team <img> ````")]
    [InlineData(" a ", "`  a  `")]
    [InlineData("a\n\n# b", "`a\\u000a\\u000a# b`")]
    [InlineData("", "(blank)")]
    [InlineData("  ", "(blank)")]
    public void Code_OfAText_IsOneSpan(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    [Fact]
    public void HtmlCode_OfHtml_IsText() =>
        Assert.Equal("<code>&lt;/code&gt;&lt;/summary&gt;&quot;&#39;&amp;</code>", MarkdownText.HtmlCode("</code></summary>\"'&"));

    [Fact]
    public void Block_OfAFence_HasALongerOne() =>
        Assert.Equal("`````text\n````\n</details>\n`````\n", MarkdownText.Block("````\n</details>\n"));

    [Fact]
    public void Code_OfTwoThousandRandomTexts_NeverEndsEarly()
    {
        var random = new Random(20261122);
        const string Characters = "`` ``<>@#[]()!\\\n\r\t&*_~-|a:/.\u202e\u200b";
        for (var i = 0; i < 2000; i++)
        {
            var text = new string(random.GetItems<char>(Characters, random.Next(1, 40)));

            var code = MarkdownText.Code(text);

            if (code != "(blank)")
            {
                // CommonMark: a code span ends with the first run of backticks that is as long as the one it begins with.
                var fence = Ticks().Match(code).Length;
                var closing = Ticks().Matches(code, fence).First(run => run.Length == fence);
                Assert.Equal(code.Length, closing.Index + closing.Length);
                Assert.DoesNotContain('\n', code);
            }
        }
    }

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Ticks();
}
