using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Doctor;

/// <summary>Pages of lists, as an API server (<c>limit</c>, <c>continue</c>) and Azure Resource Manager (<c>nextLink</c>) give them.</summary>
internal static partial class ReplayPages
{
    private const string Token = "object-";
    private const string Skip = "$skiptoken=";

    /// <summary>The path of the whole list of which a path is a page.</summary>
    public static string Whole(string path) => Page().Replace(path, "").TrimEnd('?', '&');

    /// <summary>The page of a list that a path asks for.</summary>
    /// <param name="body">The list.</param>
    /// <param name="path">The path with its query, unescaped.</param>
    /// <param name="largest">How many objects a page has at most.</param>
    /// <param name="host">The address of the server.</param>
    public static JsonNode? Of(JsonNode? body, string path, int largest, string host)
    {
        var key = body.At("items") is JsonArray ? "items" : "value";
        var size = Math.Min(largest, Number(path, "limit=") ?? int.MaxValue);
        var start = Number(path, $"continue={Token}") ?? Number(path, Skip) ?? 0;
        if (body.At(key) is not JsonArray list || (start == 0 && list.Count <= size) || (key == "items" && !path.Contains("limit=", StringComparison.Ordinal)))
        {
            return body;
        }

        var page = body!.DeepClone().AsObject();
        page[key] = new JsonArray([.. list.Skip(start).Take(size).Select(item => item!.DeepClone())]);
        var next = start + size < list.Count ? (start + size).ToString(CultureInfo.InvariantCulture) : null;
        if (key == "value")
        {
            page["nextLink"] = next is null ? null : $"{host}{Whole(path)}&{Uri.EscapeDataString(Skip[..^1])}={next}";
            return page;
        }

        page["metadata"] ??= new JsonObject();
        page["metadata"]!["continue"] = next is null ? "" : Token + next;
        page["metadata"]!["remainingItemCount"] = next is null ? null : list.Count - start - size;
        return page;
    }

    private static int? Number(string path, string name) => Regex.Match(path, $"[?&]{Regex.Escape(name)}(?<number>[0-9]+)") is { Success: true } match
        ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<=[?&])(limit|continue|\$skiptoken)=[^&]*&?", RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
