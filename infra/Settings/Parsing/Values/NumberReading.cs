using System.Globalization;
using System.Numerics;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Reads numbers, in every culture alike: a point for decimals, no grouping, no exponents.</summary>
internal static class NumberReading
{
    // Division by it drops the trailing zeros that System.Decimal keeps: 10 and 10.0 are one threshold.
    private const decimal OneInFullPrecision = 1.0000000000000000000000000000m;

    /// <summary>A whole number in a range.</summary>
    public static int? Integer(this SettingsReader reader, string key, int minimum, int maximum = int.MaxValue) =>
        reader.Text(key) is { } text ? Integer(reader, key, text, minimum, maximum) : null;

    /// <summary>A whole number in a range, or null when nothing is said.</summary>
    public static int? OptionalInteger(this SettingsReader reader, string key, int minimum, int maximum = int.MaxValue) =>
        reader.OptionalText(key) is { } text ? Integer(reader, key, text, minimum, maximum) : null;

    /// <summary>A decimal number above 0.</summary>
    public static decimal? PositiveNumber(this SettingsReader reader, string key)
    {
        const string Right = "write a decimal number above 0, such as 10 or 2.5";
        var number = Number(reader, key, Right);
        if (number is <= 0)
        {
            reader.Reject(key, "is not above 0", reader.Text(key)!, Right);
            return null;
        }

        return number;
    }

    /// <summary>A decimal number of at least 0.</summary>
    public static decimal? NonNegativeNumber(this SettingsReader reader, string key)
    {
        const string Right = "write a decimal number of at least 0, such as 0 or 2.5";
        var number = Number(reader, key, Right);
        if (number is < 0)
        {
            reader.Reject(key, "is negative", reader.Text(key)!, Right);
            return null;
        }

        return number;
    }

    private static decimal? Number(SettingsReader reader, string key, string right)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (reader.Text(key) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return number / OneInFullPrecision;
        }

        reader.Reject(key, "is not a number", text, right);
        return null;
    }

    private static int? Integer(SettingsReader reader, string key, string text, int minimum, int maximum)
    {
        var right = maximum == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"write a whole number of at least {minimum}")
            : string.Create(CultureInfo.InvariantCulture, $"write a whole number from {minimum} to {maximum}");
        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            reader.Reject(key, "is not an integer", text, right);
            return null;
        }

        if (number >= minimum && number <= maximum)
        {
            return (int)number;
        }

        var wrong = number > maximum ? string.Create(CultureInfo.InvariantCulture, $"is above {maximum}")
            : minimum == 0 ? "is negative"
            : string.Create(CultureInfo.InvariantCulture, $"is below {minimum}");
        reader.Reject(key, wrong, text, right);
        return null;
    }
}
