using System.Globalization;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Explain.Outages;

/// <summary>What happens while a trigger has no value: check by check, and with other settings.</summary>
/// <param name="Name">How the user calls the trigger.</param>
/// <param name="Checks">The checks as they come; empty where the trigger's own settings make a value of it.</param>
/// <param name="Variants">The same and other answers with other settings.</param>
public sealed record Outage(string Name, IReadOnlyList<OutageCheck> Checks, IReadOnlyList<OutageVariant> Variants)
{
    private const int ExampleThreshold = 3;
    private const string Error = "an error";
    private const string NoData = "no data";

    /// <summary>The outage of the first trigger without a value; null when all have one.</summary>
    /// <param name="scalingCase">The case, with a ScaledObject.</param>
    /// <param name="answers">What its triggers answer.</param>
    /// <param name="forecast">What happens.</param>
    internal static Outage? Of(ScalingCase scalingCase, IReadOnlyList<TriggerAnswer> answers, ScalingForecast forecast)
    {
        var place = answers.ToList().FindIndex(answer => answer.Trigger is ExternalMetricTrigger && (answer.Reading.Error is not null || IsNoData(answer)));
        if (place < 0 || scalingCase.Hpa is null)
        {
            return null;
        }

        var answer = answers[place];
        return new Outage(answer.Name, answer.Reading.Error is null ? [] : forecast.Checks, [.. Others(scalingCase, answers[place], place)]);
    }

    private static bool IsNoData(TriggerAnswer answer) => answer is { Response: { HttpStatus: InstantQueryResponse.Ok, BodyError: null } response }
        && (response is { ElementCount: 0 } or { ElementCount: 1, ValueLength: 0 } || response.Value.Text is "NaN" or "+Inf" or "-Inf");

    private static IEnumerable<OutageVariant> Others(ScalingCase scalingCase, TriggerAnswer answer, int place)
    {
        var scaledObject = scalingCase.ScaledObject!;
        var isNoData = IsNoData(answer);
        Fallback?[] fallbacks = [scaledObject.Fallback, scaledObject.Fallback is null ? Example(scalingCase.CurrentReplicas) : null];
        foreach (var fallback in fallbacks)
        {
            var failed = isNoData ? ScalerReading.Failed(Error) : answer.Reading;
            yield return new OutageVariant(
                Error, Words(fallback, scaledObject), !isNoData && fallback == scaledObject.Fallback, Forecast(scalingCase, fallback, place, failed));
        }

        if (answer.Trigger is not PrometheusTrigger prometheus)
        {
            yield break;
        }

        foreach (var ignores in (bool[])[true, false])
        {
            foreach (var fallback in ignores ? fallbacks[..1] : fallbacks)
            {
                var reading = PrometheusScaler.Read(InstantQueryResponse.Empty, prometheus with { IgnoreNullValues = ignores }, scalingCase.Semantics.Keda);
                yield return new OutageVariant(
                    NoData,
                    ignores ? "ignoreNullValues true: taken for 0" : $"ignoreNullValues false: an error, {Words(fallback, scaledObject)}",
                    isNoData && ignores == prometheus.IgnoreNullValues && (ignores || fallback == scaledObject.Fallback),
                    Forecast(scalingCase, fallback, place, reading));
            }
        }
    }

    private static ScalingForecast Forecast(ScalingCase scalingCase, Fallback? fallback, int place, ScalerReading reading) =>
        ScalingForecast.Of(scalingCase.WithAnswerAt(place, reading) with { ScaledObject = scalingCase.ScaledObject! with { Fallback = fallback } });

    private static Fallback Example(int replicas) => new(ExampleThreshold, Math.Max(1, replicas));

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static string Words(Fallback? fallback, ScaledObject scaledObject) => fallback is null
        ? "without a fallback"
        : $"{(scaledObject.Fallback is null ? "with, for example, a " : "")}fallback after more than {Count(fallback.FailureThreshold, "failure")}, "
            + fallback.Behavior switch
            {
                FallbackBehavior.Static => Count(fallback.Replicas, "replica"),
                FallbackBehavior.CurrentReplicas => "currentReplicas",
                FallbackBehavior.ScalingModifiers => "scalingModifiers",
                _ => $"{Count(fallback.Replicas, "replica")}, {char.ToLowerInvariant(fallback.Behavior.ToString()[0])}{fallback.Behavior.ToString()[1..]}",
            };
}
