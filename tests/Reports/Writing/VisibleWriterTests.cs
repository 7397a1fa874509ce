using System.Globalization;
using KedaStack.Reports.Writing;
using Spectre.Console;

namespace KedaStack.Tests.Reports.Writing;

public sealed class VisibleWriterTests
{
    [Theory]
    [InlineData("plain, with a line\n\tand a tab\r\n", "plain, with a line\n\tand a tab\r\n")]
    [InlineData("\u001b]0;title\u0007", "\\u001b]0;title\\u0007")]
    [InlineData("a\rb", "a\\u000db")]
    [InlineData("a\u202eb\u2066c", "a\\u202eb\\u2066c")]
    [InlineData("a\u009bb", "a\\u009bb")]
    [InlineData("\u2588\u2587 \u2192 \U0001F600", "\u2588\u2587 \u2192 \U0001F600")]
    [InlineData("a\U000E0041b", "a\\udb40\\udc41b")]
    public void Write_Text_ShowsWhatWouldSteerATerminal(string text, string expected)
    {
        Assert.Equal(expected, Written(writer => writer.Write(text)));
        Assert.Equal(expected + "\n", Written(writer => writer.WriteLine(text)));
    }

    [Fact]
    public void Write_SignBySign_IsTheSame()
    {
        const string Text = "a\u001b\U0001F600\u202e\U000E0041b";

        Assert.Equal(
            Written(writer => writer.Write(Text)),
            Written(writer =>
            {
                foreach (var character in Text)
                {
                    writer.Write(character);
                }
            }));
    }

    [Fact]
    public void Segments_OfATable_AreVisibleAndKeepTheirColours()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard });
        console.Pipeline.Attach(new VisibleSegments());

        console.Write(new Text("a\u001b[2Jb\u202e", new Style(Color.Red)));

        Assert.Contains("a\\u001b[2Jb\\u202e", text.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("\u001b[", text.ToString(), StringComparison.Ordinal);
    }

    private static string Written(Action<TextWriter> write)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new VisibleWriter(text))
        {
            write(writer);
        }

        return text.ToString();
    }
}
