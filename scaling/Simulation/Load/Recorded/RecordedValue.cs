using System.Buffers;
using System.Globalization;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>Reads the values of rows.</summary>
internal static class RecordedValue
{
    /// <summary>What a value has to be.</summary>
    public const string Right = "write requests per second, a number from 0 to 100000 with a decimal point";

    private static readonly SearchValues<char> _numberCharacters = SearchValues.Create("-+.0123456789");

    /// <summary>The value; null when there is none, or NaN.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it is.</param>
    /// <exception cref="RecordingException">It is no number, or below zero.</exception>
    public static double? Of(ReadOnlySpan<char> text, TextPlace place)
    {
        if (IsNothing(text))
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            throw HasUnit(text)
                ? RecordingException.At(
                    place, "the load has a unit", text,
                    "write the number alone, in requests per second; in the inspector of a Grafana panel, switch off \"Formatted data\"")
                : RecordingException.At(place, "the load is not a number", text, Right);
        }

        return value switch
        {
            double.NaN => null,
            < 0 => throw RecordingException.At(place, "the load is negative", text, Right),
            _ => value,
        };
    }

    /// <summary>Whether a text says that there is no value: Grafana's exports have words for it.</summary>
    public static bool IsNothing(ReadOnlySpan<char> text) => text is "" or "null" or "undefined";

    private static bool HasUnit(ReadOnlySpan<char> text)
    {
        var unit = text.IndexOfAnyExcept(_numberCharacters);
        return unit > 0 && (text[unit] is ' ' or '%' || char.IsLetter(text[unit]));
    }
}
