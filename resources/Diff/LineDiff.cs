using System.Globalization;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Diff;

/// <summary>Counts the lines by which two texts differ.</summary>
internal static class LineDiff
{
    // Above this the lines that differ count as all removed and all added: the table below is their product.
    private const int MaximumCells = 4_000_000;

    /// <summary>Such as <c>+12 -3 lines</c>.</summary>
    /// <param name="earlier">Null: there was no text.</param>
    /// <param name="present">Null: there is no text any more.</param>
    public static string Summarise(string? earlier, string? present)
    {
        var (added, removed) = Count(Lines(earlier), Lines(present));
        return (added, removed) switch
        {
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"+{Shown.Count(added, "line")}"),
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"-{Shown.Count(removed, "line")}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"+{added} -{removed} lines"),
        };
    }

    /// <summary>The lines of a text; a final line break ends the last line.</summary>
    public static IReadOnlyList<string> Lines(string? text) => text switch
    {
        null or "" => [],
        _ when text.EndsWith('\n') => text[..^1].Split('\n'),
        // The end without a line break is part of the last line.
        _ => [.. text.Split('\n')[..^1], text.Split('\n')[^1] + "\0"],
    };

    private static (int Added, int Removed) Count(IReadOnlyList<string> earlier, IReadOnlyList<string> present)
    {
        var start = 0;
        while (start < earlier.Count && start < present.Count && earlier[start] == present[start])
        {
            start++;
        }

        var end = 0;
        while (end < earlier.Count - start && end < present.Count - start && earlier[^(end + 1)] == present[^(end + 1)])
        {
            end++;
        }

        string[] left = [.. earlier.Take(earlier.Count - end).Skip(start)];
        string[] right = [.. present.Take(present.Count - end).Skip(start)];
        var common = (long)left.Length * right.Length <= MaximumCells ? Common(left, right) : 0;
        return (right.Length - common, left.Length - common);
    }

    /// <summary>The length of the longest common subsequence.</summary>
    private static int Common(string[] left, string[] right)
    {
        var above = new int[right.Length + 1];
        foreach (var line in left)
        {
            var row = new int[right.Length + 1];
            for (var i = 0; i < right.Length; i++)
            {
                row[i + 1] = line == right[i] ? above[i] + 1 : Math.Max(above[i + 1], row[i]);
            }

            above = row;
        }

        return above[^1];
    }
}
