using KedaStack.Reports.Writing;

namespace KedaStack.Tests.Reports.Writing;

public sealed class FittingWriterTests : IDisposable
{
    private readonly StringWriter _inner = new() { NewLine = "\n" };

    [Fact]
    public void Write_InPieces_FitsWholeLines()
    {
        using var writer = new FittingWriter(_inner, 10);

        writer.Write("one ");
        writer.Write('t');
        writer.Write("wo three".AsSpan());
        writer.WriteLine(" four");
        writer.Write("short\nrest");

        Assert.Equal("one two\n  three\n  four\nshort\n", _inner.ToString());
    }

    [Fact]
    public void Flush_AmidALine_WritesIt()
    {
        using var writer = new FittingWriter(_inner, 10);

        writer.Write("a question? ");
        writer.Flush();

        Assert.Equal("a question? ", _inner.ToString());
    }

    public void Dispose() => _inner.Dispose();
}
