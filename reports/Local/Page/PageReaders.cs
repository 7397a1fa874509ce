using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Reports.Local.Page;

/// <summary>Counts the browsers that watch a run: each has one stream open.</summary>
internal sealed class PageReaders
{
    /// <summary>The most at once.</summary>
    public const int Most = 64;

    private const string Page = "/";
    private const string Stream = "/api/stream";

    private int _readers;

    /// <summary>Lets a request through, or refuses one more browser with a sentence.</summary>
    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != Stream)
        {
            await (context.Request.Path == Page && Volatile.Read(ref _readers) >= Most ? RefuseAsync(context) : next(context));
            return;
        }

        try
        {
            await (Interlocked.Increment(ref _readers) > Most ? RefuseAsync(context) : next(context));
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    private static Task RefuseAsync(HttpContext context) => RequestGuard.RefuseAsync(
        context, StatusCodes.Status503ServiceUnavailable, string.Create(CultureInfo.InvariantCulture, $"{Most} browsers watch this run already; close one of them, and load the page again."));
}
