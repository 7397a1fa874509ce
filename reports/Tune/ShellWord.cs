using System.Text.RegularExpressions;

namespace KedaStack.Reports.Tune;

/// <summary>A word as a POSIX shell reads it.</summary>
internal static partial class ShellWord
{
    /// <summary>The word, in single quotes where it needs some.</summary>
    public static string Quote(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9._/=:-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
