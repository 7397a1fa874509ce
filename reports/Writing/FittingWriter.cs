using System.Text;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Writing;

/// <summary>Fits text for people into a terminal, line by line: <see cref="WordWrap"/>.</summary>
/// <param name="inner">Gets the lines.</param>
/// <param name="widthColumns">The width; above 0.</param>
internal sealed class FittingWriter(TextWriter inner, int widthColumns) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _line = new();

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
        if (value == '\n')
        {
            inner.Write(WordWrap.Text(_line.ToString(), widthColumns) + value);
            _line.Clear();
        }
        else
        {
            _line.Append(value);
        }
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        foreach (var character in buffer)
        {
            Write(character);
        }
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine() => Write(NewLine);

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value);
        WriteLine();
    }

    /// <summary>Writes the beginning of a line as it is, too.</summary>
    public override void Flush()
    {
        inner.Write(_line.ToString());
        _line.Clear();
        inner.Flush();
    }
}
