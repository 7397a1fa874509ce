using System.Globalization;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary><c>rate()</c> of one series in sentences: each step with its numbers.</summary>
public static class RateExplanation
{
    /// <summary>The steps.</summary>
    /// <param name="rate">The evaluation.</param>
    public static IReadOnlyList<RuleStep> Steps(in RateEvaluation rate)
    {
        var window = $"{Text(rate.WindowSeconds)} s";
        if (!rate.HasResult)
        {
            return [new RuleStep("samples in the range", window, $"{Text(rate.Samples)} < 2", "no result: the series is absent", true)];
        }

        return
        [
            new RuleStep("samples in the range", window, $"{Text(rate.Samples)} >= 2", $"{Text(rate.Samples)} samples", false),
            new RuleStep(
                "increase", $"{Text(rate.Resets)} resets",
                $"{Text(rate.Last.Value)} - {Text(rate.First.Value)}" + (rate.Resets == 0 ? "" : " + what the resets hid"),
                Text(rate.Increase), rate.Resets > 0),
            new RuleStep(
                "extension to the left", $"{Text(rate.ToStartSeconds)} s to the start",
                $"at most {Text(rate.ToZeroSeconds)} s to where the counter was 0", $"{Text(rate.LeftSeconds)} s",
                rate.LeftSeconds < rate.ToStartSeconds),
            new RuleStep(
                "extension to the right", $"{Text(rate.ToEndSeconds)} s to the end",
                "the distance, or half an interval from 1.1 intervals on", $"{Text(rate.RightSeconds)} s",
                rate.RightSeconds < rate.ToEndSeconds),
            new RuleStep(
                "rate", Text(rate.Increase),
                $"{Text(rate.Increase)} * ({Text(rate.SampledSeconds)} + {Text(rate.LeftSeconds)} + {Text(rate.RightSeconds)}) / "
                    + $"{Text(rate.SampledSeconds)} / {window}",
                $"{Text(rate.Rate)} per second", true),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);
}
