using System.Globalization;
using KedaStack.Reports.Writing;
using KedaStack.Scaling.Prometheus.Client;

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

        foreach (var asked in live.Asked)
        {
            Write(page, asked, live.Asked.Count == 1 ? "" : $" for {asked.Answer.Name}");
        }
    }

    /// <summary>The time of the evaluation in UTC.</summary>
    public static string Time(AskedTrigger asked) => asked.Answer.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(TextPage page, AskedTrigger asked, string forWhat)
    {
        page.Heading("Asked" + forWhat);
        string[][] rows =
        [
            ["address", $"{asked.Address} ({(asked.HasCredential ? "with a token" : "without a token")})"],
            .. asked.Scope is { } scope ? (string[][])[["series of", scope]] : [],
            ["query", asked.Answer.Trigger.Query],
            ["time", Time(asked)],
            ["answer", Answer(asked.Answer.Result)],
        ];
        page.Table(rows);
        if (asked.Answer.Result.Error is { } error)
        {
            page.Heading("What is wrong" + forWhat);
            page.Item(error.Message);
            page.Item(error.Advice);
        }

        if (asked.Answer.Findings.Count > 0)
        {
            page.Heading("What was found" + forWhat);
            foreach (var finding in asked.Answer.Findings)
            {
                page.Item(finding);
            }
        }
    }

    private static string Answer(InstantQueryResult result)
    {
        var took = FormattableString.Invariant($"after {result.Took.TotalSeconds:0.00} s");
        var body = result.Body.Length > LongestBody ? result.Body[..LongestBody] + "..." : result.Body;
        return result.Response is { } response
            ? FormattableString.Invariant($"HTTP {response.HttpStatus} {took}: {(body.Length > 0 ? body : "an empty body")}")
            : $"none {took}";
    }
}
