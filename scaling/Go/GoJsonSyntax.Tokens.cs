namespace KedaStack.Scaling.Go;

/// <content>Strings, literals and numbers.</content>
internal ref partial struct GoJsonSyntax
{
    private void String()
    {
        _place++;
        while (_error is null)
        {
            switch (Peek())
            {
                case (byte)'"':
                    _place++;
                    return;
                case (byte)'\\':
                    Escape();
                    break;
                case null or < 0x20:
                    Refuse("in string literal");
                    break;
                default:
                    _place++;
                    break;
            }
        }
    }

    private void Escape()
    {
        _place++;
        if (Peek() is { } code && "bfnrt\\/\"".Contains((char)code, StringComparison.Ordinal))
        {
            _place++;
            return;
        }

        if (Peek() != (byte)'u')
        {
            Refuse("in string escape code");
            return;
        }

        _place++;
        for (var i = 0; i < 4 && _error is null; i++)
        {
            if (Peek() is { } digit && char.IsAsciiHexDigit((char)digit))
            {
                _place++;
            }
            else
            {
                Refuse(@"in \u hexadecimal character escape");
            }
        }
    }

    private void Literal(string word)
    {
        for (var i = 0; i < word.Length; i++, _place++)
        {
            if (Peek() != (byte)word[i])
            {
                Refuse($"in literal {word} (expecting {GoQuote.Character(word[i])})");
                return;
            }
        }
    }

    private void Number()
    {
        if (Peek() == (byte)'-')
        {
            _place++;
        }

        if (Peek() == (byte)'0')
        {
            _place++;
        }
        else
        {
            Digits("in numeric literal");
        }

        if (_error is null && Peek() == (byte)'.')
        {
            _place++;
            Digits("after decimal point in numeric literal");
        }

        if (_error is null && Peek() is (byte)'e' or (byte)'E')
        {
            _place++;
            if (Peek() is (byte)'+' or (byte)'-')
            {
                _place++;
            }

            Digits("in exponent of numeric literal");
        }
    }

    private void Digits(string context)
    {
        if (Peek() is not (>= (byte)'0' and <= (byte)'9'))
        {
            Refuse(context);
            return;
        }

        while (Peek() is >= (byte)'0' and <= (byte)'9')
        {
            _place++;
        }
    }
}
