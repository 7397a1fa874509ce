using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace KedaStack.Reports.Simulate.Page;

/// <summary>
/// A page that needs nothing but itself: its policy allows its own style and script, by their hashes, and nothing from
/// anywhere else. Everything that is a text is escaped.
/// </summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _body = new();

    /// <summary>Adds markup as it is.</summary>
    public HtmlPage Raw(string markup)
    {
        _body.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Adds an element with a text.</summary>
    /// <param name="tag">Its tag, with attributes if any.</param>
    /// <param name="text">The text.</param>
    public HtmlPage Add(string tag, string text) => Raw($"<{tag}>{Escape(text)}</{tag.Split(' ')[0]}>");

    /// <summary>Adds a table that scrolls by itself where it is too wide.</summary>
    /// <param name="caption">What it holds.</param>
    /// <param name="head">The titles of its columns.</param>
    /// <param name="rows">Its rows; the first cell is the row's title.</param>
    /// <param name="isNumeric">Whether all cells but the first are numbers.</param>
    /// <param name="marksChanges">Whether cells that differ from the second of their row are marked.</param>
    public HtmlPage Table(
        string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, bool isNumeric = false, bool marksChanges = false)
    {
        _body.Append($"<div class=\"scroll\" role=\"region\" aria-label=\"{Escape(caption)}\" tabindex=\"0\">\n<table{(isNumeric ? " class=\"numbers\"" : "")}>\n<thead><tr>");
        foreach (var title in head)
        {
            _body.Append($"<th scope=\"col\">{Escape(title)}</th>");
        }

        _body.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            _body.Append($"<tr><th scope=\"row\">{Escape(row[0])}</th>");
            foreach (var cell in row.Skip(1))
            {
                var isMarked = marksChanges && cell != row[1];
                _body.Append(isMarked ? $"<td><mark>{Escape(cell)}</mark></td>" : $"<td>{Escape(cell)}</td>");
            }

            _body.Append("</tr>\n");
        }

        return Raw("</tbody>\n</table>\n</div>");
    }

    /// <summary>The whole page.</summary>
    /// <param name="title">The title of its window.</param>
    /// <param name="style">Its style sheet.</param>
    /// <param name="script">Its script.</param>
    public string Finish(string title, string style, string script)
    {
        var policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Escape(title)}</title>
            <style>{style}</style>
            </head>
            <body>
            {_body}<script>{script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>A text within markup.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
