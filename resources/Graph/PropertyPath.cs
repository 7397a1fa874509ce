using System.Text.Json;
using System.Text.RegularExpressions;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Graph;

/// <summary>Paths as Pulumi writes them in ignoreChanges: <c>a.b[0]["c.d"]</c>.</summary>
internal static partial class PropertyPath
{
    /// <summary>The path of a key of an object.</summary>
    public static string Key(string path, string key) => (path.Length, Simple().IsMatch(key)) switch
    {
        (0, true) => key,
        (_, true) => $"{path}.{key}",
        _ => $"{path}[{JsonSerializer.Serialize(key, MachineJson.OneLine)}]",
    };

    /// <summary>The path of an item of an array.</summary>
    public static string Item(string path, int index) => $"{path}[{index}]";

    /// <summary>Whether a path is what a pattern names, or something in it; <c>[*]</c> stands for every item and key.</summary>
    public static bool Covers(string pattern, string path)
    {
        var wanted = Steps(pattern);
        var found = Steps(path);
        return wanted.Count <= found.Count
            && wanted.Zip(found).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    /// <summary>Whether one of two paths is the other, or in the other.</summary>
    public static bool Meet(string one, string other) => Covers(one, other) || Covers(other, one);

    /// <summary>The keys and indices of a path, outermost first.</summary>
    public static IReadOnlyList<string> Steps(string path) =>
        [.. Segment().Matches(path).Select(match => match.Groups["quoted"].Success
            ? JsonSerializer.Deserialize<string>($"\"{match.Groups["quoted"].Value}\"")!
            : match.Groups["plain"].Value)];

    [GeneratedRegex(@"\A[A-Za-z0-9_$-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();

    [GeneratedRegex("""\["(?<quoted>(?:[^"\\]|\\.)*)"\]|(?<plain>[^.\[\]]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Segment();
}
