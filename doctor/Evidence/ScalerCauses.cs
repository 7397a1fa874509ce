using System.Text.RegularExpressions;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Evidence;

/// <summary>Which link a scaler's error is about.</summary>
internal static partial class ScalerCauses
{
    private const int LongestShown = 220;

    /// <summary>The verdict on a link by what the scalers say now; null where they say nothing about it.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="link">The link.</param>
    public static LinkVerdict? Of(Chain chain, string link)
    {
        var failures = chain.Failures;
        if (!failures.IsNow || chain.Triggers.Count == 0)
        {
            return null;
        }

        foreach (var text in failures.Texts)
        {
            var cause = MessageTable.OfScaler(text);
            if ((cause?.Link ?? LinkIds.Prometheus) == link)
            {
                var verdict = cause is null
                    ? LinkVerdict.Fail(Found(chain, text), "the trigger's source gives KEDA no value", MessageTable.Command("kubectl -n {namespace} describe scaledobject {name}", chain))
                    : LinkVerdict.Fail(Found(chain, text), cause, chain);
                return verdict with { Means = verdict.Means + Effect(chain) };
            }
        }

        return failures.Texts.Count == 0 && link == LinkIds.Prometheus
            ? LinkVerdict.Fail(
                $"{string.Join(" and ", failures.Failing.DefaultIfEmpty("a trigger"))} {(failures.Failing.Count > 1 ? "fail" : "fails")}, and no event says why",
                "KEDA gets no value of the trigger's source; its text is in events, which are gone after an hour or were not read" + Effect(chain),
                MessageTable.Command("kubectl -n {operator} logs deployment/keda-operator --tail 50", chain))
            : null;
    }

    /// <summary>A text that somebody else wrote, on one line and not too long.</summary>
    public static string Shown(string text)
    {
        var line = VisibleText.Of(string.Join(' ', text.Split(['\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        return line.Length <= LongestShown ? line : $"{line[..LongestShown]}...";
    }

    private static string Found(Chain chain, string text)
    {
        // Of what Entra answers, its code and the first sentence: what is around them is the same each time.
        if (EntraError().Match(text) is { Success: true } entra)
        {
            return Shown(entra.Value);
        }

        // The address and the query stand in the ScaledObject: what went wrong stands behind them.
        var error = text.StartsWith("Get \"", StringComparison.Ordinal) && text.IndexOf("\": ", StringComparison.Ordinal) is > 0 and var end
            ? $"{text[5..].Split('?', '"')[0]}: {text[(end + 3)..]}" : text;
        if (chain.PrometheusTriggers is [{ ServerAddress: var address }] && !address.Contains('@', StringComparison.Ordinal) && !error.Contains("://", StringComparison.Ordinal))
        {
            error = $"{error} (from {address})";
        }

        var which = chain.Triggers.Count > 1 && chain.Failures.Failing.Count > 0 ? $"{string.Join(", ", chain.Failures.Failing)}: " : "";
        return which + Shown(error);
    }

    [GeneratedRegex(@"AADSTS[0-9]+: [^\n\r""]*?(?=\.(\s|""|$)|[\n\r""]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EntraError();

    private static string Effect(Chain chain) => chain switch
    {
        { IsFallbackActive: true } => $"; the {ShownNumber.Replicas((int)(chain.ScaledObject.Number("spec.fallback.replicas") ?? 0))} are the fallback's, not the load's",
        { Failures.Failing.Count: var failing } when failing > 0 && failing < chain.Reads.Count => "; the other triggers still scale out, but nothing scales in",
        _ => "",
    };
}
