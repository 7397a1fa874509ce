using System.Text.RegularExpressions;
using KedaStack.Scaling.Quantities;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Rates;

/// <summary>
/// A query of the loops: <c>sum(rate(counter{...}[window]))</c>, and the same divided by
/// <c>count(count by (pod) (counter{...}))</c>.
/// </summary>
/// <param name="Counter">The counter.</param>
/// <param name="Window">The window.</param>
/// <param name="PerPod">Whether it is divided by the count of the pods that have a sample.</param>
public sealed partial record QueryExpression(string Counter, TimeSpan Window, bool PerPod)
{
    private const string IngressCounter = "ingress_requests_total";

    /// <summary>Whether the counter counts all offered requests, and not those of a pod.</summary>
    public bool CountsOffered => Counter == IngressCounter;

    /// <summary>Reads a query.</summary>
    /// <param name="query">The query.</param>
    /// <exception cref="RecordingFormatException">It has another form.</exception>
    public static QueryExpression Parse(string query)
    {
        var match = Form().Match(query);
        return match.Success && PrometheusDuration.TryParse(match.Groups["window"].Value, out var window)
            ? new QueryExpression(match.Groups["counter"].Value, window, match.Groups["perPod"].Success)
            : throw new RecordingFormatException(
                $"The query {query} is neither sum(rate(counter{{...}}[window])) nor that divided by count(count by (pod) (counter{{...}})).");
    }

    [GeneratedRegex(
        @"^sum\(rate\((?<counter>\w+)\{[^}]*\}\[(?<window>\w+)\]\)\)(?<perPod> / count\(count by \(pod\) \(\k<counter>\{[^}]*\}\)\))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
