using Microsoft.AspNetCore.Http;

namespace KedaStack.Reports.Local.Page;

/// <summary>A file of the page, which is part of the program.</summary>
internal sealed class PageFile
{
    private readonly string _contentType;
    private readonly byte[] _content;

    private PageFile(string path, string name, string contentType)
    {
        (Path, _contentType) = (path, contentType);
        using var resource = typeof(PageFile).Assembly.GetManifestResourceStream("page/" + name)
            ?? throw new InvalidOperationException($"The program has no resource page/{name}.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        _content = content.ToArray();
    }

    /// <summary>All files.</summary>
    public static IReadOnlyList<PageFile> All =>
    [
        new("/", "index.html", "text/html; charset=utf-8"),
        new("/page.css", "page.css", "text/css; charset=utf-8"),
        new("/page.js", "page.js", "text/javascript; charset=utf-8"),
        new("/chart.js", "chart.js", "text/javascript; charset=utf-8"),
        new("/run.js", "run.js", "text/javascript; charset=utf-8"),
        new("/icon.svg", "icon.svg", "image/svg+xml"),
    ];

    /// <summary>Its path on the page's server.</summary>
    public string Path { get; }

    /// <summary>Answers with the file.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = _contentType;
        context.Response.ContentLength = _content.Length;
        return context.Response.Body.WriteAsync(_content, context.RequestAborted).AsTask();
    }
}
