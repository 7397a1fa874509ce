using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace KedaStack.Scaling.Quantities;

/// <summary>The grammar of resource.Quantity (apimachinery, pkg/api/resource/quantity.go, ParseQuantity).</summary>
internal static class QuantityText
{
    private const int DigitLimit = 60;
    private const int ExponentLimit = 60;

    /// <summary>The value in thousandths, rounded away from zero; null when the text is no quantity or too large.</summary>
    public static long? ToMilli(string text)
    {
        var match = Pattern.Match(text);
        if (!match.Success || match.Groups["whole"].Length + match.Groups["fraction"].Length is 0 or > DigitLimit)
        {
            return null;
        }

        var suffix = match.Groups["suffix"].Value;
        if (!TryScale(suffix, out var binaryPower, out var decimalPower))
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        var magnitude = BigInteger.Parse("0" + match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture)
            * BigInteger.Pow(1024, binaryPower);
        var power = 3 - fraction.Length + decimalPower;
        if (power >= 0)
        {
            magnitude *= BigInteger.Pow(10, power);
        }
        else
        {
            magnitude = BigInteger.DivRem(magnitude, BigInteger.Pow(10, -power), out var rest);
            magnitude += rest.IsZero ? 0 : 1;
        }

        var value = match.Groups["sign"].Value == "-" ? -magnitude : magnitude;
        return value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
    }

    private static bool TryScale(string suffix, out int binaryPower, out int decimalPower)
    {
        (binaryPower, decimalPower) = suffix switch
        {
            "" => (0, 0),
            "n" => (0, -9),
            "u" => (0, -6),
            "m" => (0, -3),
            "k" => (0, 3),
            "M" => (0, 6),
            "G" => (0, 9),
            "T" => (0, 12),
            "P" => (0, 15),
            "E" => (0, 18),
            "Ki" => (1, 0),
            "Mi" => (2, 0),
            "Gi" => (3, 0),
            "Ti" => (4, 0),
            "Pi" => (5, 0),
            "Ei" => (6, 0),
            _ => (-1, 0),
        };
        if (binaryPower >= 0)
        {
            return true;
        }

        binaryPower = 0;
        return suffix[0] is 'e' or 'E'
            && int.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimalPower)
            && Math.Abs(decimalPower) <= ExponentLimit;
    }

    private static Regex Pattern => field ??= new(@"^(?<sign>[+-]?)(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?<suffix>[eEinumkKMGTP]*[-+]?[0-9]*)\z", RegexOptions.CultureInvariant);
}
