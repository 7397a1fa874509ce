using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>
/// YAML scalars without quotes. Pulumi reads a stack file into typed values and writes it again before it takes the
/// texts (LoadProjectStackBytes), so that an unquoted 1.30 reaches the program as 1.3 and 010 as 8.
/// https://github.com/pulumi/pulumi/blob/0498be116be896fa28b5af4746ad197666167d85/sdk/go/common/workspace/loaders.go
/// </summary>
internal static class PlainScalar
{
    /// <summary>Whether the node stands for no value: nothing at all, <c>~</c> or <c>null</c>.</summary>
    public static bool IsNull(YamlNode node) =>
        IsPlain(node) && ((YamlScalarNode)node).Value is null or "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether the node is a number or date without quotes that Pulumi may hand on in another spelling.</summary>
    public static bool IsRewritten(YamlScalarNode node) =>
        IsPlain(node) && NumberOrDate.IsMatch(node.Value!) && !SpeltAsWritten.IsMatch(node.Value!);

    /// <summary>Whether the node is a number without quotes.</summary>
    public static bool IsNumber(YamlScalarNode node) => IsPlain(node) && Number.IsMatch(node.Value!);

    private static bool IsPlain(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any, Tag.IsEmpty: true };

    // What go-yaml resolves to a number or a time rather than to a text.
    private const string NumberPattern =
        @"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))"
            + @"|\.(?:nan|NaN|NAN)";

    private static Regex Number => field ??= new($@"^(?:{NumberPattern})\z", RegexOptions.CultureInvariant);

    private static Regex NumberOrDate => field ??= new($@"^(?:{NumberPattern}|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}(?:[Tt ].*)?)\z", RegexOptions.CultureInvariant);

    // Numbers that Go prints just so (strconv.FormatFloat with 'g' turns to exponents for large and small ones).
    private static Regex SpeltAsWritten => field ??= new(@"^(?:0|-?[1-9][0-9]{0,17}|-?(?:0|[1-9][0-9]{0,5})\.[0-9]{0,3}[1-9])\z", RegexOptions.CultureInvariant);
}
