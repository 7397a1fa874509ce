using System.Globalization;
using KedaStack.Scaling.Go;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Explain.Rules;

/// <summary>KEDA's first rule: from the answer to a number or an error.</summary>
internal static class AnswerStep
{
    /// <summary>The rule.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="response">The answer; null when none came.</param>
    /// <param name="reading">What KEDA made of it.</param>
    public static RuleStep Of(PrometheusTrigger trigger, InstantQueryResponse? response, ScalerReading reading)
    {
        var ignored = $"ignoreNullValues {(trigger.IgnoreNullValues ? "true" : "false")}: "
            + (reading.Error is null ? "taken for 0" : "an error");
        var (input, formula, changed) = response switch
        {
            null => ("no answer", "no answer is an error", true),
            { HttpStatus: < 200 or > 299 } => ($"HTTP {Text(response.HttpStatus)}", "a status outside 200 to 299 is an error", true),
            { BodyError: not null } => ("a body that is no vector", "what does not read as a vector is an error", true),
            { ElementCount: 0 } => ("an empty vector", ignored, true),
            { ElementCount: > 1 } => ($"{Text(response.ElementCount)} elements", "more than one element is an error", true),
            { ValueLength: 0 } => ("one element without a number", ignored, true),
            { Value.Text: { } text } when IsNumber(text, out var number) => double.IsFinite(number)
                ? (text, "one element with a finite number: taken as it is", false)
                : (text, ignored, true),
            _ => (response.Value.Text ?? "no text", "what is no number is an error", true),
        };
        return new RuleStep("query answer", input, formula, reading.Error ?? Text(reading.Value), changed);
    }

    private static bool IsNumber(string text, out double number)
    {
        number = GoParse.Float(text, out var error);
        return error is null;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
