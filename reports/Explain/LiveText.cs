using System.Globalization;
using KedaStack.Reports.Writing;

namespace KedaStack.Reports.Explain;

/// <summary>What was asked and what came, for people.</summary>
internal static class LiveText
{
    private const int LongestBody = 400;

    /// <summary>Writes it; nothing when nobody was asked.</summary>
    public static void Write(TextPage page, ExplainReport report)
    {
        if (report.Live is not { } live)
        {
            return;
        }

        page.Heading("Asked");
        string[][] rows =
        [
            ["address", $"{live.Address} ({(live.HasCredential ? "with a token" : "without a token")})"],
            ["query", live.Explanation.Trigger.Query],
            ["time", Time(live)],
            ["answer", Answer(live)],
        ];
        page.TableOrLines(rows, rows.Select(row => new[] { $"{row[0]}: {row[1]}" }));
        if (live.Error is { } error)
        {
            page.Heading("What is wrong");
            page.Item(error.Message);
            page.Item(error.Advice);
        }

        if (live.Explanation.Findings.Count > 0)
        {
            page.Heading("What was found");
            foreach (var finding in live.Explanation.Findings)
            {
                page.Item(finding);
            }
        }
    }

    /// <summary>The time of the evaluation in UTC.</summary>
    public static string Time(LiveReport live) => live.Explanation.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Answer(LiveReport live)
    {
        var result = live.Explanation.Result;
        var took = FormattableString.Invariant($"after {result.Took.TotalSeconds:0.00} s");
        var body = result.Body.Length > LongestBody ? result.Body[..LongestBody] + "..." : result.Body;
        return result.Response is { } response
            ? FormattableString.Invariant($"HTTP {response.HttpStatus} {took}: {(body.Length > 0 ? body : "an empty body")}")
            : $"none {took}";
    }
}
