using System.Text;
using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>Reads JSON token by token from a stream, and never holds more than a bounded part of it.</summary>
/// <param name="stream">UTF-8; a byte order mark at its beginning is left out.</param>
internal sealed class JsonTokens(Stream stream)
{
    private const int BufferLength = 1 << 16;
    private const int LongestBeginning = 4096;
    private const byte LineFeed = (byte)'\n';

    private readonly byte[] _buffer = new byte[BufferLength];
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true });
    private int _from;
    private int _to;
    private bool _ended;
    private bool _started;
    private long _line = 1;
    private long _lineStart;
    private long _position;

    /// <summary>What the last token is; None at the end.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>The text of a name, text or number; empty otherwise.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the last token begins; columns are bytes.</summary>
    public TextPlace Place { get; private set; } = new(1, 1);

    /// <summary>Goes on to the next token.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="RecordingException">The text is not JSON.</exception>
    public bool Read()
    {
        Start();

        try
        {
            while (!TryRead())
            {
                if (_ended)
                {
                    (Type, Text, Place) = (JsonTokenType.None, "", new TextPlace(_line, _position - _lineStart + 1));
                    return false;
                }

                Fill();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            throw RecordingException.At(new TextPlace(_line, _position - _lineStart + 1), "this is not UTF-8", "a text with other bytes", "save the file as UTF-8");
        }
        catch (JsonException exception)
        {
            throw RecordingException.At(
                new TextPlace((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1),
                "this is not JSON", Reason(exception), "correct the file at this line and column");
        }
    }

    /// <summary>The beginning of a text of which nothing has been read.</summary>
    /// <returns>At most 4 KiB.</returns>
    public string Beginning()
    {
        Start();
        return Encoding.UTF8.GetString(_buffer.AsSpan(_from, Math.Min(_to - _from, LongestBeginning)));
    }

    /// <summary>Leaves the value out that begins with the last token.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Read());
    }

    private void Start()
    {
        if (!_started)
        {
            _started = true;
            Fill();
            _from = _buffer.AsSpan(0, _to).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            _position = _lineStart = _from;
        }
    }

    private bool TryRead()
    {
        if (_ended && _from == _to && Type == JsonTokenType.None)
        {
            return false;
        }

        var reader = new Utf8JsonReader(_buffer.AsSpan(_from, _to - _from), _ended, _state);
        if (!reader.Read())
        {
            Consume(ref reader);
            return false;
        }

        Type = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        Text = Type switch
        {
            JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => "",
        };
        Count(_buffer.AsSpan(_from, start));
        Place = new TextPlace(_line, _position - _lineStart + 1);
        _from += start;
        Consume(ref reader, start);
        return true;
    }

    private void Consume(ref Utf8JsonReader reader, int counted = 0)
    {
        var length = (int)reader.BytesConsumed - counted;
        Count(_buffer.AsSpan(_from, length));
        _from += length;
        _state = reader.CurrentState;
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        if (bytes.LastIndexOf(LineFeed) is >= 0 and var last)
        {
            _line += bytes.Count(LineFeed);
            _lineStart = _position + last + 1;
        }

        _position += bytes.Length;
    }

    private void Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        if (_to == BufferLength)
        {
            throw RecordingException.At(
                new TextPlace(_line, _position - _lineStart + 1), "a value is longer than 65536 bytes", "", "write times and loads");
        }

        var read = stream.Read(_buffer, _to, BufferLength - _to);
        _ended = read == 0;
        _to += read;
    }

    // The place is said apart.
    private static string Reason(JsonException exception) => exception.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
}
