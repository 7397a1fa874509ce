using System.Text;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Shell;

public sealed class StandardStreamTests
{
    [Theory]
    [InlineData("explain", "--value", "45")]
    [InlineData("explain", "--value", "45", "--json")]
    [InlineData("simulate")]
    [InlineData("settings")]
    [InlineData("simulate", "--help")]
    public async Task Output_DiskIsFull_SaysSoAndFails(params string[] arguments)
    {
        var error = new StringWriter { NewLine = "\n" };
        var output = new StandardStream(new FailingWriter(new IOException("No space left on device.")), exception => throw new StandardOutputException(exception));

        var exitCode = await RunAsync(output, error, arguments);

        Assert.Equal(ExitCodes.Failure, exitCode);
        Assert.Equal("standard output: cannot be written (got No space left on device); make room, or write to another file or pipe\n", error.ToString());
    }

    [Fact]
    public void Output_IsClosed_NamesTheReason()
    {
        var closed = new UnauthorizedAccessException("Access to the path is denied.", new IOException("Bad file descriptor"));

        Assert.Contains("(got Bad file descriptor)", new StandardOutputException(closed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_DiskIsFull_LeavesTheResultAsItIs()
    {
        var output = new StringWriter();
        var writer = new FailingWriter(new IOException("No space left on device"));

        var exitCode = await RunAsync(output, new StandardStream(writer, _ => { }), "explain", "--value", "45", "--json");

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.StartsWith("{", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, writer.Writes);
    }

    [Fact]
    public void Write_StreamThatTakesIt_WritesAllOfIt()
    {
        var text = new StringWriter { NewLine = "\n" };
        using var stream = new StandardStream(text, exception => throw exception);

        stream.Write('a');
        stream.Write("b".ToCharArray());
        stream.Write("c".AsSpan());
        stream.WriteLine("d");
        stream.Write("{0}", "e");

        Assert.Equal("abcd\ne", text.ToString());
    }

    private static Task<int> RunAsync(TextWriter output, TextWriter error, params string[] arguments) => KedaStackCommand.RunAsync(
        [.. arguments, "--directory", RepositoryRoot.Path], new Terminal(output, error, widthColumns: null), CancellationToken.None);

    private sealed class FailingWriter(Exception failure) : TextWriter
    {
        public int Writes { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Fail();

        public override void Write(string? value) => Fail();

        public override void Write(char[] buffer, int index, int count) => Fail();

        public override void WriteLine(string? value) => Fail();

        private void Fail()
        {
            Writes++;
            throw failure;
        }
    }
}
