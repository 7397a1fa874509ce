namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>Reads lines, ended by LF or CRLF, without making strings of them and never more than a bounded part of the text.</summary>
/// <param name="reader">The text; a byte order mark at its beginning is left out.</param>
internal sealed class LineReader(TextReader reader)
{
    private const int LongestLine = 4096;
    private const int BufferLength = 1 << 16;
    private const char ByteOrderMark = '\uFEFF';

    private readonly char[] _buffer = new char[BufferLength];
    private int _from;
    private int _to;
    private bool _ended;

    /// <summary>The number of the last line read, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next line.</summary>
    /// <param name="line">The line without its end; good until the next call.</param>
    /// <returns>False at the end of the text.</returns>
    /// <exception cref="RecordingException">The line is too long.</exception>
    public bool TryRead(out ReadOnlySpan<char> line)
    {
        var length = _buffer.AsSpan(_from, _to - _from).IndexOf('\n');
        while (length < 0 && !_ended && _to - _from <= LongestLine)
        {
            Fill();
            length = _buffer.AsSpan(_from, _to - _from).IndexOf('\n');
        }

        var found = length >= 0;
        length = found ? length : _to - _from;
        line = _buffer.AsSpan(_from, length);
        Line += found || length > 0 ? 1 : 0;
        if (length > LongestLine)
        {
            throw RecordingException.At(
                new TextPlace(Line, LongestLine + 1), "the line is longer than 4096 characters", line, "write a time and a load on each line");
        }

        _from += found ? length + 1 : length;
        if (Line == 1 && line is [ByteOrderMark, ..])
        {
            line = line[1..];
        }

        line = line is [.. var text, '\r'] ? text : line;
        return found || length > 0;
    }

    private void Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        var read = reader.Read(_buffer, _to, BufferLength - _to);
        _ended = read == 0;
        _to += read;
    }
}
