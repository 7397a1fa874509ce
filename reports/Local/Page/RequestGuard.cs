using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Reports.Local.Page;

/// <summary>
/// Keeps other web pages in the user's browser from reading or steering the run. A browser always says truly which host
/// it believes to talk to (Host, against DNS that points another name here) and which page asks (Origin, Sec-Fetch-Site).
/// </summary>
internal static class RequestGuard
{
    /// <summary>The header that a command must have: no page of another origin can send it without asking first, and nothing here says yes.</summary>
    public const string CommandHeader = "X-KedaStack-Command";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>Lets a request through or refuses it; sets the headers of every answer.</summary>
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        var request = context.Request;
        return Problem(request, context.Connection.LocalPort) is { } problem
            ? RefuseAsync(context, StatusCodes.Status403Forbidden, problem)
            : next(context);
    }

    /// <summary>Answers with a sentence.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string problem)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(problem + "\n", context.RequestAborted);
    }

    private static string? Problem(HttpRequest request, int port)
    {
        var host = request.Host.Value;
        if (host != Authority("127.0.0.1", port) && host != Authority("localhost", port))
        {
            return $"The Host is not this page's; open http://{Authority("127.0.0.1", port)}/.";
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isOwn = site is "" or "same-origin" or "none";
        if (HttpMethods.IsGet(request.Method))
        {
            // A link from elsewhere may open the page, and no more.
            return isOwn || (request.Path == "/" && request.Headers["Sec-Fetch-Dest"] == "document")
                ? null
                : "Another web page asks; only this one may.";
        }

        var origin = request.Headers.Origin.ToString();
        return !isOwn || (origin.Length > 0 && origin != $"http://{host}") ? "Another web page commands; only this one may."
            : !request.Headers.ContainsKey(CommandHeader) ? $"A command needs the header {CommandHeader}; write {CommandHeader}: 1."
            : null;
    }

    private static string Authority(string name, int port) => string.Create(CultureInfo.InvariantCulture, $"{name}:{port}");

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
