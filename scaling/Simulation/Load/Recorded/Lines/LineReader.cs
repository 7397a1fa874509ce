namespace KedaStack.Scaling.Simulation.Load.Recorded.Lines;

/// <summary>
/// Reads lines, ended by LF or CRLF, without making strings of them and never more than a bounded part of the text; what it has
/// not taken can be read as a text.
/// </summary>
/// <param name="reader">The text; a byte order mark at its beginning is left out.</param>
internal sealed class LineReader(TextReader reader)
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int LongestLine = 65_536;

    private const int BufferLength = 2 * LongestLine;
    private const char ByteOrderMark = '\uFEFF';

    private readonly char[] _buffer = new char[BufferLength];
    private int _from;
    private int _to;
    private bool _ended;
    private int _found = -1;

    /// <summary>The number of the last line taken, from 1; 0 before.</summary>
    public long Line { get; private set; }

    /// <summary>The next line, which stays the next.</summary>
    /// <param name="line">The line without its end; good until the next call.</param>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="RecordingException">The line is too long.</exception>
    public bool TryPeek(out ReadOnlySpan<char> line)
    {
        var length = _buffer.AsSpan(_from, _to - _from).IndexOf('\n');
        while (length < 0 && !_ended && _to - _from <= LongestLine)
        {
            Fill();
            length = _buffer.AsSpan(_from, _to - _from).IndexOf('\n');
        }

        if (Line == 0 && _found < 0 && _to > _from && _buffer[_from] == ByteOrderMark)
        {
            _from++;
            length -= length > 0 ? 1 : 0;
        }

        var isEnded = length >= 0;
        length = isEnded ? length : _to - _from;
        line = _buffer.AsSpan(_from, length);
        if (length > LongestLine)
        {
            throw TooLong(Line + 1, line);
        }

        _found = isEnded ? length + 1 : length;
        line = line is [.. var text, '\r'] ? text : line;
        return _found > 0;
    }

    /// <summary>Takes the line that <see cref="TryPeek"/> has shown.</summary>
    public void Take()
    {
        _from += _found;
        Line += _found > 0 ? 1 : 0;
        _found = 0;
    }

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line without its end; good until the next call.</param>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="RecordingException">The line is too long.</exception>
    public bool TryRead(out ReadOnlySpan<char> line)
    {
        var found = TryPeek(out line);
        Take();
        return found;
    }

    /// <summary>What has not been taken, with line ends; lines that are too long end it with a <see cref="RecordingException"/>.</summary>
    public TextReader Rest() => new RestReader(this);

    private static RecordingException TooLong(long number, ReadOnlySpan<char> line) => RecordingException.At(
        new TextPlace(number, LongestLine + 1), "the line is longer than 65536 characters", line, "write a time and a load on each line");

    private void Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        var read = reader.Read(_buffer, _to, BufferLength - _to);
        _ended = read == 0;
        _to += read;
    }

    private sealed class RestReader(LineReader lines) : TextReader
    {
        private long _line = lines.Line + 1;
        private int _length;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            if (lines._from == lines._to && !lines._ended)
            {
                lines.Fill();
            }

            var read = Math.Min(buffer.Length, lines._to - lines._from);
            lines._buffer.AsSpan(lines._from, read).CopyTo(buffer);
            lines._from += read;
            Watch(buffer[..read]);
            return read;
        }

        // No line may grow without an end; most parts are shorter than the longest line and need no look at each of theirs.
        private void Watch(ReadOnlySpan<char> text)
        {
            for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
            {
                Check(_length + end, text);
                (_line, _length) = (_line + 1, 0);
                text = text[(end + 1)..];
            }

            _length += text.Length;
            Check(_length, text);
        }

        private void Check(int length, ReadOnlySpan<char> text)
        {
            if (length > LongestLine)
            {
                throw TooLong(_line, text);
            }
        }
    }
}
