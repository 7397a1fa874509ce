using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace KedaStack.Scaling.Go;

/// <summary>What Go's strconv and time accept, with the words of their errors.</summary>
internal static class GoParse
{
    /// <summary>strconv.ParseBool; null for what it refuses.</summary>
    public static bool? Bool(string text) => text switch
    {
        "1" or "t" or "T" or "TRUE" or "true" or "True" => true,
        "0" or "f" or "F" or "FALSE" or "false" or "False" => false,
        _ => null,
    };

    /// <summary>
    /// strconv.ParseFloat without hexadecimal numbers and underscores, which Prometheus never writes.
    /// </summary>
    public static double Float(string text, out string? error)
    {
        error = null;
        switch (text.ToLowerInvariant())
        {
            case "nan":
                return double.NaN;
            case "inf" or "+inf" or "infinity" or "+infinity":
                return double.PositiveInfinity;
            case "-inf" or "-infinity":
                return double.NegativeInfinity;
            default:
                break;
        }

        if (!Decimal.IsMatch(text))
        {
            error = $"strconv.ParseFloat: parsing {GoQuote.Quote(text)}: invalid syntax";
            return 0;
        }

        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
        {
            error = $"strconv.ParseFloat: parsing {GoQuote.Quote(text)}: value out of range";
        }

        return value;
    }

    /// <summary>strconv.ParseInt in base 10; 0 with an error, which <paramref name="function"/> begins.</summary>
    public static long Int(string text, int bits, out string? error, string function = "ParseInt")
    {
        error = null;
        var limit = (BigInteger.One << (bits - 1)) - 1;
        if (!Integer.IsMatch(text))
        {
            error = $"strconv.{function}: parsing {GoQuote.Quote(text)}: invalid syntax";
            return 0;
        }

        var value = BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (value <= limit && value >= -limit - 1)
        {
            return (long)value;
        }

        error = $"strconv.{function}: parsing {GoQuote.Quote(text)}: value out of range";
        return 0;
    }

    /// <summary>time.ParseDuration in ticks of 100 ns; null for what it refuses.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (text is "0" or "+0" or "-0")
        {
            return TimeSpan.Zero;
        }

        var match = DurationPattern.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var ticks = 0m;
        var numbers = match.Groups["number"].Captures;
        var units = match.Groups["unit"].Captures;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (!decimal.TryParse(numbers[i].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            ticks += number * units[i].Value switch
            {
                "h" => TimeSpan.TicksPerHour,
                "m" => TimeSpan.TicksPerMinute,
                "s" => TimeSpan.TicksPerSecond,
                "ms" => TimeSpan.TicksPerMillisecond,
                "ns" => 0.01m,
                _ => TimeSpan.TicksPerMicrosecond,
            };
        }

        // Go's durations are nanoseconds in 64 bits, which is less than a TimeSpan holds.
        return ticks * 100 > long.MaxValue ? null : TimeSpan.FromTicks((long)(text[0] == '-' ? -ticks : ticks));
    }

    private static Regex Integer => field ??= new(@"^[+-]?[0-9]+\z", RegexOptions.CultureInvariant);

    private static Regex Decimal => field ??= new(@"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    private static Regex DurationPattern => field ??= new("^[+-]?(?:(?<number>[0-9]+\\.?[0-9]*|\\.[0-9]+)(?<unit>h|ms|m|s|us|\u00b5s|\u03bcs|ns))+\\z", RegexOptions.CultureInvariant);
}
