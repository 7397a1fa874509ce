using System.Numerics;

namespace KedaStack.Scaling.Quantities;

/// <summary>From a value to the quantity that KEDA reports (pkg/scalers/scaler.go, GenerateMetricInMili, GetMetricTargetMili).</summary>
public static class KedaQuantity
{
    // From here on a double has no fraction finer than its thousandths can be.
    private const double ExactLimit = 4503599627370496;

    /// <summary>
    /// The quantity. Rounded, NaN and infinity are 0, and so is what is negative unless the sign is kept; truncated, NaN and
    /// what exceeds 64 bits are -2^63, as Go's conversion gives on amd64.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="conversion">The rule.</param>
    public static MilliQuantity FromValue(double value, MilliConversion conversion = MilliConversion.Rounded) => new(ToMilli(value, conversion));

    /// <summary>The same in thousandths alone.</summary>
    /// <param name="value">The value.</param>
    /// <param name="conversion">The rule.</param>
    public static long ToMilli(double value, MilliConversion conversion) => conversion switch
    {
        MilliConversion.Rounded => double.IsFinite(value) && value > 0 ? RoundToMilli(value) : 0,
        MilliConversion.RoundedSigned => !double.IsFinite(value) ? 0 : value < 0 ? -RoundToMilli(-value) : RoundToMilli(value),
        MilliConversion.Truncated => Truncate(value * 1000),
        _ => throw new ArgumentOutOfRangeException(nameof(conversion), conversion, "The conversion must be one of the enumeration."),
    };

    private static long Truncate(double milli) => milli is >= -9223372036854775808.0 and < 9223372036854775808.0
        ? (long)milli
        : long.MinValue;

    private static long RoundToMilli(double value)
    {
        var product = value * 1000;
        if (product >= ExactLimit)
        {
            return RoundLarge(value);
        }

        // The product is rounded; the fused operation gives what it lost, which decides ties exactly.
        var lost = Math.FusedMultiplyAdd(value, 1000, -product);
        var floor = Math.Floor(product);
        var aboveHalf = product - floor - 0.5 + lost;
        var whole = (long)floor;
        return aboveHalf > 0 || (aboveHalf == 0 && (whole & 1) == 1) ? whole + 1 : whole;
    }

    private static long RoundLarge(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        var numerator = new BigInteger((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000) * 1000;
        var result = numerator;
        if (exponent >= 0)
        {
            result <<= exponent;
        }
        else
        {
            var divisor = BigInteger.One << -exponent;
            result = BigInteger.DivRem(numerator, divisor, out var rest);
            var twice = (rest * 2).CompareTo(divisor);
            result += twice > 0 || (twice == 0 && !result.IsEven) ? 1 : 0;
        }

        return result > long.MaxValue ? long.MaxValue : (long)result;
    }
}
