using System.Text.RegularExpressions;

namespace KedaStack.Checks.Azure;

/// <summary>What names of a type may look like.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Path">The input with the name.</param>
/// <param name="Most">The most characters.</param>
/// <param name="Pattern">The whole name.</param>
/// <param name="Words">The pattern in words.</param>
internal sealed record NameRule(string Type, string Path, int Most, Regex Pattern, string Words);
