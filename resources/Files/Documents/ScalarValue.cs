using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KedaStack.Resources.Files.Documents;

/// <summary>
/// A YAML scalar as kubectl turns it into JSON: the words of YAML 1.1 (sigs.k8s.io/yaml, goyaml.v2 resolve.go), so that an
/// unquoted <c>yes</c> is a boolean and an unquoted <c>010</c> is 8.
/// </summary>
internal static partial class ScalarValue
{
    private static readonly string[] _true = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
    private static readonly string[] _false = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];

    /// <summary>The value; null for YAML's null.</summary>
    public static JsonNode? Of(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Tag == "tag:yaml.org,2002:str" || (scalar.Tag.IsEmpty && scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any)))
        {
            return JsonValue.Create(text);
        }

        return text is "" or "~" or "null" or "Null" or "NULL" ? null
            : _true.Contains(text) ? JsonValue.Create(true)
            : _false.Contains(text) ? JsonValue.Create(false)
            : Number(text) ?? JsonValue.Create(text);
    }

    private static JsonValue? Number(string text)
    {
        if (text[0] is not ((>= '0' and <= '9') or '-' or '+' or '.'))
        {
            return null;
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (Based().Match(plain) is { Success: true } based)
        {
            var digits = based.Groups["digits"].Value;
            var radix = based.Groups["base"].Value.ToUpperInvariant() switch { "0X" => 16, "0B" => 2, _ => 8 };
            var number = digits.Aggregate(BigInteger.Zero, (sum, digit) => (sum * radix) + Convert.ToInt32(digit.ToString(), 16));
            return Whole(based.Groups["sign"].Value == "-" ? -number : number);
        }

        return Decimal().IsMatch(plain) && BigInteger.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Whole(whole)
            : Float().IsMatch(plain) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) && double.IsFinite(fraction) ? JsonValue.Create(fraction)
            : null;
    }

    private static JsonValue Whole(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create((double)number);

    [GeneratedRegex(@"^(?<sign>[-+]?)(?:(?<base>0[xX])(?<digits>[0-9a-fA-F]{1,40})|(?<base>0[bB])(?<digits>[01]{1,100})|(?<base>0[oO]?)(?<digits>[0-7]{1,40}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Based();

    [GeneratedRegex(@"^[-+]?[0-9]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[-+]?(?:[0-9]{1,100}\.?[0-9]{0,100}|\.[0-9]{1,100})(?:[eE][-+]?[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Float();
}
