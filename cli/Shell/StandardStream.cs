using System.Text;

namespace KedaStack.Cli.Shell;

/// <summary>
/// Standard output or standard error. A full disk or a closed stream is no bug of the program, and the reader of a pipe may
/// go when it has seen enough: the first failure of writing is handed on, and nothing is written after it.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="onFailure">Gets the failure, and may throw.</param>
internal sealed class StandardStream(TextWriter stream, Action<Exception> onFailure) : TextWriter
{
    private bool _hasFailed;

    /// <inheritdoc/>
    public override Encoding Encoding => stream.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => stream.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => stream.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => stream.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(() => stream.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(stream.Flush);

    private void Try(Action write)
    {
        if (_hasFailed)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _hasFailed = true;
            onFailure(exception);
        }
    }
}
