using System.Globalization;
using System.Text.RegularExpressions;

namespace KedaStack.Resources.Objects;

/// <summary>Kubernetes quantities: <c>100m</c>, <c>1</c>, <c>512Mi</c>.</summary>
internal static partial class Quantity
{
    /// <summary>The value in cores or bytes; null when the text is not a quantity.</summary>
    public static decimal? Parse(string? text)
    {
        var match = Pattern().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var factor = match.Groups["suffix"].Value switch
        {
            "n" => 0.000_000_001m,
            "u" => 0.000_001m,
            "m" => 0.001m,
            "" => 1m,
            "k" => 1_000m,
            "M" => 1_000_000m,
            "G" => 1_000_000_000m,
            "T" => 1_000_000_000_000m,
            "Ki" => 1024m,
            "Mi" => 1024m * 1024,
            "Gi" => 1024m * 1024 * 1024,
            _ => 1024m * 1024 * 1024 * 1024,
        };
        return decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * factor;
    }

    [GeneratedRegex(@"^(?<number>[0-9]{1,15}(\.[0-9]{1,9})?)(?<suffix>|n|u|m|k|M|G|T|Ki|Mi|Gi|Ti)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
