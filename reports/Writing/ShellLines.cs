using System.Text.RegularExpressions;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Writing;

/// <summary>Commands for a shell on a terminal: what is too long goes on below, after a backslash, and can still be copied.</summary>
internal static partial class ShellLines
{
    private const string Continued = " \\";
    private const string Deeper = "    ";

    /// <summary>The lines, each with its end.</summary>
    /// <param name="command">A command whose words are quoted.</param>
    /// <param name="widthColumns">The width; above 0.</param>
    /// <param name="indentColumns">How far it is indented.</param>
    public static string Of(string command, int widthColumns, int indentColumns = 0)
    {
        var indent = new string(' ', indentColumns);
        var lines = indentColumns + command.Length <= widthColumns
            ? [indent + command]
            : WordWrap.Words(Word().Matches(command).Select(word => word.Value), indent, indent + Deeper, widthColumns - Continued.Length);
        return string.Join(Continued + "\n", lines) + "\n";
    }

    // A blank in quotes is part of a word.
    [GeneratedRegex("""(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\]|['"\\])+""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
