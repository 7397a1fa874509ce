using System.Text;

namespace KedaStack.Cli.Shell;

/// <summary>
/// Standard output, standard error, or a file that is written all along. A full disk or a closed stream is no bug of the program, and the reader of a pipe may
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

/// <summary>Standard output cannot be written.</summary>
/// <param name="cause">What the system says.</param>
internal sealed class StandardOutputException(Exception cause) : Exception(
    $"standard output: cannot be written (got {Reason(cause)}); make room, or write to another file or pipe", cause)
{
    // A closed stream is an "access denied" whose cause names the reason.
    private static string Reason(Exception cause) => (cause.InnerException ?? cause).Message.TrimEnd('.');
}
