using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>
/// A list of an API server, which is asked for in pages and becomes one answer
/// (kubernetes.io/docs/reference/using-api/api-concepts, retrieving large results sets in chunks).
/// </summary>
internal static class ListPages
{
    /// <summary>How many objects of a list are read; of one with more, none counts.</summary>
    public const int MostObjects = PageObjects * MostPages;

    /// <summary>How many objects a page has: as many as kubectl asks for (<c>--chunk-size</c>).</summary>
    public const int PageObjects = 500;

    private const int MostPages = 40;
    private const int Expired = 410;

    private static readonly string _tooLong = FormattableString.Invariant($"it has more than {MostObjects:N0} objects, and no more are read");

    /// <summary>Reads all pages of a list as one answer under the path of the list; anything else than a list as it is.</summary>
    /// <param name="reader">Asks.</param>
    /// <param name="path">The path of the list, without a page.</param>
    /// <param name="left">How long the next page may take: what is left of the time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The answer. That of a page that failed, since part of a list says of nothing that it is not there; for the same reason none for a
    /// list that is too long.
    /// </returns>
    public static async Task<ClusterAnswer> ReadAsync(IApiReader reader, string path, Func<TimeSpan> left, CancellationToken cancellationToken)
    {
        if (!ApiPath.IsList(path))
        {
            return await reader.GetAsync(path, left(), cancellationToken).ConfigureAwait(false);
        }

        var whole = await PageAsync(null).ConfigureAwait(false);
        var next = Continue(whole);
        for (var pages = 1; next is not null; pages++)
        {
            if (pages == MostPages)
            {
                return new ClusterAnswer(path, null, null, whole.Milliseconds, null, Problem: _tooLong);
            }

            var page = await PageAsync(next).ConfigureAwait(false);
            if (page.Status == Expired)
            {
                // The pages of a list are of one moment, which the server forgets after some minutes: then all at once, as kubectl does.
                var all = await reader.GetAsync(path, left(), cancellationToken).ConfigureAwait(false);
                return all.IsPart ? page : all;
            }

            if (!page.IsOk && !page.IsPart)
            {
                return page;
            }

            Append(page);
            next = Continue(page);
        }

        return whole;

        async Task<ClusterAnswer> PageAsync(string? token)
        {
            var query = FormattableString.Invariant($"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={PageObjects}{(token is null ? "" : $"&continue={Uri.EscapeDataString(token)}")}");
            return await reader.GetAsync(path + query, left(), cancellationToken).ConfigureAwait(false) with { Path = path };
        }

        void Append(ClusterAnswer page)
        {
            var (list, more) = (whole.Body!.AsObject(), page.Body.At("items") as JsonArray ?? []);
            var items = list["items"] as JsonArray ?? [];
            list["items"] ??= items;
            foreach (var item in more.ToList())
            {
                more.Remove(item);
                items.Add(item);
            }

            list["metadata"]!.AsObject().Remove("remainingItemCount");
            list["metadata"]!["continue"] = "";
            whole = whole with { Milliseconds = whole.Milliseconds + page.Milliseconds };
        }
    }

    private static string? Continue(ClusterAnswer answer) => answer.IsPart ? answer.Body.Text("metadata.continue") : null;
}
