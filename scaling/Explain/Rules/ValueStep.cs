using System.Globalization;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Explain.Rules;

/// <summary>The first rule of a trigger that does not ask Prometheus: from what there is to a number or an error.</summary>
internal static class ValueStep
{
    /// <summary>The rule.</summary>
    /// <param name="answer">The answer.</param>
    public static RuleStep Of(TriggerAnswer answer) => answer switch
    {
        { Reading.Error: { } error } => new RuleStep("value", answer.Shown, "no value is an error", error, true),
        { Trigger: CronTrigger cron } => new RuleStep("window", Input(answer, cron), Formula(answer, cron), Text(answer.Reading.Value), false),
        { Trigger: ResourceTrigger resource } => new RuleStep(
            "value", answer.Shown, "the HPA reads it from the pods, not from KEDA; all Ready and measured",
            resource.MetricType == MetricTargetType.Utilization ? "whole percent of what they request" : "average of the pods", false),
        _ => new RuleStep("value", answer.Shown, "given: taken as it is", Text(answer.Reading.Value), false),
    };

    private static string Input(TriggerAnswer answer, CronTrigger cron) => answer.Cron is { } moment
        ? $"{ShownTime.Of(moment.At)}, {cron.Timezone}"
        : $"said to be {answer.Shown}";

    private static string Formula(TriggerAnswer answer, CronTrigger cron)
    {
        var rule = $"{cron.Start} to {cron.End}: {cron.DesiredReplicas.ToString(CultureInfo.InvariantCulture)}";
        return answer.Cron switch
        {
            null => rule,
            { Until: { } until } moment => $"{rule}; {(moment.IsOpen ? "open until" : "closed until")} {ShownTime.Of(until)}",
            var moment => $"{rule}; {(moment.IsOpen ? "always open" : "never open")}",
        };
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
