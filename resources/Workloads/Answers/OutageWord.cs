using System.Globalization;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Resources.Workloads.Answers;

/// <summary>An outage as it is typed: <c>error</c>, <c>timeout</c>, <c>401</c>, <c>403</c>, or another HTTP status as <c>http-503</c>.</summary>
internal static class OutageWord
{
    /// <summary>What there is.</summary>
    public const string Words = "error, timeout, 401, 403 or http-503";

    private const string Http = "HTTP-";
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int FirstError = 300;
    private const int LastError = 599;

    /// <summary>What a trigger answers; null when the text names no outage.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="at">When KEDA asks.</param>
    /// <param name="semantics">KEDA.</param>
    public static TriggerAnswer? Read(NamedTrigger trigger, string text, DateTimeOffset at, KedaSemantics semantics)
    {
        var word = text.ToUpperInvariant();
        return Status(word) is { } status ? OfStatus(trigger, status, semantics) with { Remark = Remark(text) } : word switch
        {
            "ERROR" => Failed(trigger, "an error", "the request failed"),
            "TIMEOUT" => Failed(trigger, "a timeout", trigger.Trigger is PrometheusTrigger prometheus
                ? KedaFailure.Text(new PrometheusError(PrometheusErrorKind.Timeout, "", ""), prometheus, at)
                : "context deadline exceeded"),
            _ => null,
        };
    }

    private static int? Status(string word)
    {
        var isHttp = word.StartsWith(Http, StringComparison.Ordinal);
        var digits = isHttp ? word[Http.Length..] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && digits.Length == 3
            && (isHttp ? status is >= FirstError and <= LastError : status is Unauthorized or Forbidden)
                ? status
                : null;
    }

    private static string? Remark(string text) => char.IsAsciiDigit(text[0])
        ? $"{text} is read as the HTTP status; a value of {text} is written {text}.0."
        : null;

    private static TriggerAnswer OfStatus(NamedTrigger trigger, int status, KedaSemantics semantics)
    {
        var shown = FormattableString.Invariant($"HTTP {status}");
        if (trigger.Trigger is not PrometheusTrigger prometheus)
        {
            return Failed(trigger, shown, $"the source answered with {shown}");
        }

        var response = InstantQueryResponse.Failed(status);
        return new TriggerAnswer(trigger.Name, prometheus, shown, PrometheusScaler.Read(response, prometheus, semantics)) { Response = response };
    }

    private static TriggerAnswer Failed(NamedTrigger trigger, string shown, string error) =>
        new(trigger.Name, trigger.Trigger!, shown, ScalerReading.Failed(error));
}
