using System.Text.Json.Nodes;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster.Arm;

/// <summary>A list of Azure Resource Manager, which comes in pages.</summary>
internal static class ArmList
{
    /// <summary>How many pages of a list are read; of one with more, none counts.</summary>
    public const int MostPages = 20;

    /// <summary>Reads one resource, or all pages of a list as one answer.</summary>
    public static Task<ClusterAnswer> ReadAllAsync(IApiReader reader, string path, Func<TimeSpan> left, CancellationToken cancellationToken) =>
        ReadAsync(reader, path, _ => true, left, cancellationToken);

    /// <summary>Reads all pages of a list as one answer.</summary>
    /// <param name="reader">Asks.</param>
    /// <param name="path">The path of the first page.</param>
    /// <param name="isKept">Which items stay in the answer: a list of a whole subscription holds what is nobody's business here.</param>
    /// <param name="left">How long a page may take: what is left of the time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer; that of the first page that failed, and none where not all pages were read.</returns>
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

            if (answer.Body.Text("nextLink") is not { Length: > 0 } link)
            {
                return answer with { Path = path, Body = new JsonObject { ["value"] = kept } };
            }

            // Of the address of the next page only the path: a token goes nowhere else.
            if (page + 1 >= MostPages || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || !ArmPath.Is(uri.PathAndQuery))
            {
                // Part of a list says of nothing that it is not there.
                return new ClusterAnswer(path, null, null, answer.Milliseconds, null, Problem: page + 1 >= MostPages
                    ? FormattableString.Invariant($"the list has more than {MostPages} pages, and no more are read") : "the list names its next page by no address of Azure Resource Manager");
            }

            next = uri.PathAndQuery;
        }
    }
}
