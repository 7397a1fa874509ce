using System.Text;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Writing;

/// <summary>
/// The one place where text goes to a terminal: what files, labels and names hold can neither steer it nor turn the reading
/// direction. What is written is the same to a pipe, and in JSON means the same.
/// </summary>
/// <param name="inner">Gets the text; signs that cannot be seen are written as <c>\u001b</c>.</param>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private char? _high;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string NewLine
    {
        get => inner.NewLine;
        set => inner.NewLine = value;
    }

    /// <inheritdoc/>
    public override void Write(char value)
    {
        // Half of a pair says nothing yet.
        if (char.IsHighSurrogate(value))
        {
            _high = value;
            return;
        }

        Text(_high is { } high ? $"{high}{value}" : value.ToString());
        _high = null;
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_high is not null || (buffer.Length > 0 && char.IsHighSurrogate(buffer[^1])))
        {
            foreach (var character in buffer)
            {
                Write(character);
            }

            return;
        }

        Text(buffer.ToString());
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        if (value is not null)
        {
            Write(value.AsSpan(), value);
        }
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value);
        inner.WriteLine();
    }

    /// <inheritdoc/>
    public override void WriteLine() => inner.WriteLine();

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    private void Write(ReadOnlySpan<char> text, string whole)
    {
        if (_high is not null)
        {
            Write(text);
        }
        else
        {
            Text(whole);
        }
    }

    private void Text(string text) => inner.Write(VisibleText.Hides(text) ? VisibleText.Lines(text) : text);
}
