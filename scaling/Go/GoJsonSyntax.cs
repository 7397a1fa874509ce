namespace KedaStack.Scaling.Go;

/// <summary>
/// Says why Go's encoding/json refuses a text, in its words; the grammar is JSON's own (RFC 8259), the words are those of
/// encoding/json/scanner.go.
/// </summary>
internal ref partial struct GoJsonSyntax
{
    private const string EndOfInput = "unexpected end of JSON input";
    private const string BeginningOfValue = "looking for beginning of value";
    private const int DepthLimit = 10000;

    private readonly ReadOnlySpan<byte> _text;
    private int _place;
    private string? _error;

    private GoJsonSyntax(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>The error; null for valid JSON.</summary>
    public static string? Error(ReadOnlySpan<byte> text)
    {
        var syntax = new GoJsonSyntax(text);
        syntax.Document();
        return syntax._error;
    }

    private void Document()
    {
        // Open brackets are kept by hand: a body may nest deeper than the stack of the thread allows.
        var open = new Stack<byte>();
        var expectValue = true;
        while (_error is null)
        {
            SkipSpace();
            if (expectValue)
            {
                expectValue = Value(open);
            }
            else if (open.Count == 0)
            {
                if (_place < _text.Length)
                {
                    Refuse("after top-level value");
                }

                return;
            }
            else
            {
                expectValue = Continue(open);
            }
        }
    }

    /// <summary>Reads the beginning of a value; true when another value must follow at once.</summary>
    private bool Value(Stack<byte> open)
    {
        switch (Peek())
        {
            case (byte)'{' or (byte)'[':
                return Open(open);
            case (byte)'"':
                String();
                return false;
            case (byte)'t':
                Literal("true");
                return false;
            case (byte)'f':
                Literal("false");
                return false;
            case (byte)'n':
                Literal("null");
                return false;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                Number();
                return false;
            default:
                Refuse(BeginningOfValue);
                return false;
        }
    }

    private bool Open(Stack<byte> open)
    {
        var bracket = _text[_place++];
        open.Push(bracket);
        if (open.Count > DepthLimit)
        {
            _error = "exceeded max depth";
            return false;
        }

        SkipSpace();
        if (Peek() == (bracket == '{' ? (byte)'}' : (byte)']'))
        {
            _place++;
            open.Pop();
            return false;
        }

        if (bracket == '{')
        {
            Key();
        }

        return true;
    }

    /// <summary>Reads what follows a value inside brackets; true when another value must follow.</summary>
    private bool Continue(Stack<byte> open)
    {
        var inObject = open.Peek() == '{';
        var next = Peek();
        if (next == (byte)',')
        {
            _place++;
            if (inObject)
            {
                SkipSpace();
                Key();
            }

            return true;
        }

        if (next != (inObject ? (byte)'}' : (byte)']'))
        {
            Refuse(inObject ? "after object key:value pair" : "after array element");
            return false;
        }

        _place++;
        open.Pop();
        return false;
    }

    private void Key()
    {
        if (Peek() != (byte)'"')
        {
            Refuse("looking for beginning of object key string");
            return;
        }

        String();
        SkipSpace();
        if (_error is null && Peek() != (byte)':')
        {
            Refuse("after object key");
            return;
        }

        _place++;
    }

    private readonly byte? Peek() => _place < _text.Length ? _text[_place] : null;

    private void SkipSpace()
    {
        while (Peek() is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _place++;
        }
    }

    private void Refuse(string context) => _error ??= Peek() is { } found
        ? $"invalid character {GoQuote.Character((char)found)} {context}"
        : EndOfInput;
}
