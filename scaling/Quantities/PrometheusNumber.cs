using System.Globalization;

namespace KedaStack.Scaling.Quantities;

/// <summary>Numbers as PromQL, and the texts of a trigger's metadata, write them.</summary>
public static class PrometheusNumber
{
    /// <summary>Writes a number in full, without an exponent, a group separator or trailing zeros: <c>12.5</c>.</summary>
    public static string Format(decimal value) => value.ToString("0.#############################", CultureInfo.InvariantCulture);
}
