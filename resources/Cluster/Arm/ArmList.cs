using System.Text.Json.Nodes;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster.Arm;

/// <summary>A list of Azure Resource Manager, which comes in pages.</summary>
internal static class ArmList
{
    private const int MostPages = 20;

    /// <summary>Reads one resource, or all pages of a list as one answer.</summary>
    public static Task<ClusterAnswer> ReadAllAsync(IApiReader reader, string path, Func<TimeSpan> left, CancellationToken cancellationToken) =>
        ReadAsync(reader, path, _ => true, left, cancellationToken);

    /// <summary>Reads all pages of a list as one answer.</summary>
    /// <param name="reader">Asks.</param>
    /// <param name="path">The path of the first page.</param>
    /// <param name="isKept">Which items stay in the answer: a list of a whole subscription holds what is nobody's business here.</param>
    /// <param name="left">How long a page may take: what is left of the time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; that of the first page that failed.</returns>
    public static async Task<ClusterAnswer> ReadAsync(IApiReader reader, string path, Func<JsonObject, bool> isKept, Func<TimeSpan> left, CancellationToken cancellationToken)
    {
        var kept = new JsonArray();
        var next = path;
        for (var page = 0; ; page++)
        {
            var answer = await reader.GetAsync(next, left(), cancellationToken).ConfigureAwait(false);
            if (!answer.IsOk)
            {
                return answer with { Path = path };
            }

            if (answer.Body.At("value") is not JsonArray)
            {
                return answer;
            }

            foreach (var item in answer.Body.Objects("value").Where(isKept))
            {
                kept.Add(item.DeepClone());
            }

            // Of the address of the next page only the path: a token goes nowhere else.
            if (answer.Body.Text("nextLink") is not { } link || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || !ArmPath.Is(uri.PathAndQuery) || page + 1 >= MostPages)
            {
                return answer with { Path = path, Body = new JsonObject { ["value"] = kept } };
            }

            next = uri.PathAndQuery;
        }
    }
}
