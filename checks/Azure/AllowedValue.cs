using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Checks.Azure;

/// <summary>The values that an input may have.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Path">The input; <c>[*]</c> stands for each item of a list.</param>
/// <param name="IsAllowed">Whether a value that is there is allowed.</param>
/// <param name="Words">The allowed values in words.</param>
internal sealed record AllowedValue(string Type, string Path, Func<JsonNode, bool> IsAllowed, string Words)
{
    /// <summary>One of several words.</summary>
    public static AllowedValue AnyOf(string type, string path, params string[] words) =>
        new(type, path, value => words.Contains(Inputs.Scalar(value)), string.Join(", ", words));

    /// <summary>A number in a range.</summary>
    public static AllowedValue Between(string type, string path, decimal least, decimal most) =>
        new(type, path, value => value.Number("") is var number && number >= least && number <= most, $"{least} to {most}");
}
