using System.Globalization;

namespace KedaStack.Scaling.Quantities;

/// <summary>
/// A quantity in thousandths, as the HPA computes with it, written the way the API server and kubectl print it
/// (<c>5792m</c>, <c>10</c>, <c>1k</c>): resource.Quantity's canonical form
/// (apimachinery, pkg/api/resource/quantity.go, CanonicalizeBytes).
/// </summary>
/// <param name="Milli">The value in thousandths.</param>
public readonly record struct MilliQuantity(long Milli)
{
    private const long Kibi = 1024;
    private const long Unit = 1000;

    private static readonly string[] _suffixes = ["m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] _binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>Whether it was written with a binary suffix, and is printed so where that is exact: <c>200Mi</c>.</summary>
    /// <value>The default is false.</value>
    public bool IsBinary { get; init; }

    /// <summary>The value as a double, computed as Go computes it (Quantity.AsApproximateFloat64).</summary>
    public double ToDouble() => Milli * 0.001;

    /// <summary>The canonical text: the largest suffix that needs no fraction; <c>1000</c> thousandths are <c>1</c>.</summary>
    public override string ToString()
    {
        if (Milli == 0)
        {
            return "0";
        }

        if (IsBinary && Milli % Unit == 0 && Math.Abs(Milli / Unit) >= Kibi)
        {
            return Binary(Milli / Unit);
        }

        var mantissa = Milli;
        var suffix = 0;
        while (mantissa % 1000 == 0 && suffix < _suffixes.Length - 1)
        {
            mantissa /= 1000;
            suffix++;
        }

        return mantissa.ToString(CultureInfo.InvariantCulture) + _suffixes[suffix];
    }

    /// <summary>
    /// Reads a quantity: digits with at most one point, then a decimal suffix (<c>n u m k M G T P E</c>), a binary one
    /// (<c>Ki</c> to <c>Ei</c>) or an exponent (<c>e3</c>). What is finer than a thousandth is rounded away from zero,
    /// as Quantity.MilliValue does.
    /// </summary>
    /// <returns>Null when the text is no quantity, or one that exceeds 64 bits of thousandths.</returns>
    public static MilliQuantity? TryParse(string text) => QuantityText.ToMilli(text) is { } milli
        ? new MilliQuantity(milli) { IsBinary = text.EndsWith('i') }
        : null;

    private static string Binary(long value)
    {
        var suffix = 0;
        while (value % Kibi == 0 && suffix < _binarySuffixes.Length - 1)
        {
            value /= Kibi;
            suffix++;
        }

        return value.ToString(CultureInfo.InvariantCulture) + _binarySuffixes[suffix];
    }
}
