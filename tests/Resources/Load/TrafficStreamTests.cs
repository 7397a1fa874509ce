using System.IO.Pipes;
using System.Text;
using KedaStack.Resources.Load;

namespace KedaStack.Tests.Resources.Load;

public sealed class TrafficStreamTests
{
    private const int BufferBytes = 1 << 16;

    [Theory]
    [InlineData("", null)]
    [InlineData(" \r\n\t", null)]
    [InlineData("\uFEFF  {", '{')]
    [InlineData("time,rate", 't')]
    public void FirstCharacter_OfAText_IsTheFirstThatIsNotBlankAndStaysToBeRead(string text, char? first)
    {
        using var stream = Of(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(first, stream.FirstCharacter());
        using var reader = new StreamReader(stream, new UTF8Encoding(), detectEncodingFromByteOrderMarks: false);
        Assert.Equal(text, reader.ReadToEnd());
    }

    [Fact]
    public void FirstCharacter_OfBlanksAlone_IsNotSoughtForEver()
    {
        var text = new string(' ', 3 * BufferBytes) + "{";
        using var stream = Of(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Null(stream.FirstCharacter());
        using var reader = new StreamReader(stream);
        Assert.Equal(text, reader.ReadToEnd());
    }

    [Fact]
    public void Read_PipeThatHasNothing_EndsWhenCancelled()
    {
        using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        using var stream = Of(reader, new CancellationToken(canceled: true));

        Assert.ThrowsAny<OperationCanceledException>(() => stream.FirstCharacter());
    }

    private static TrafficStream Of(Stream inner, CancellationToken cancellationToken = default) =>
        new(inner, "a text", (_, _) => { }, cancellationToken);
}
