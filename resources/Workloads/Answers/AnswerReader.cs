using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Workloads.Answers;

/// <summary>Reads what each trigger answers: what is typed, and of cron triggers what the time says.</summary>
/// <param name="source">The ScaledObject.</param>
/// <param name="at">The time.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class AnswerReader(ExplainSource source, DateTimeOffset at, ICollection<SettingsProblem> problems)
{
    private const string Option = "--value";
    private const string OtherWays = "; or explain a recorded HPA (--hpa), or ask Prometheus (--live)";
    private const double Milli = 1000;

    private readonly KedaSemantics _semantics = source.Versions.Semantics.Keda;

    /// <summary>Reads the answers, in the order of the triggers.</summary>
    /// <param name="values">The values as they are typed.</param>
    /// <returns>Empty after a problem.</returns>
    public IReadOnlyList<TriggerAnswer> Read(IReadOnlyList<string> values)
    {
        var before = problems.Count;
        var triggers = source.Triggers.Select(trigger => (trigger.Name, trigger.Place)).ToList();
        var given = GivenPair.ReadAll(Option, [.. values.Where(value => value.Trim().Length > 0)], triggers, Alone(), problems);
        List<TriggerAnswer> answers =
        [
            .. source.Triggers
                .Select(trigger => given.TryGetValue(trigger.Place, out var text) ? Answer(trigger, text) : Computed(trigger))
                .OfType<TriggerAnswer>(),
        ];
        if (problems.Count == before && answers.Count == 0)
        {
            var (wrong, got) = values.Count == 0 ? ("is missing", "nothing") : ("is empty", Quoted.Text(values[0]));
            problems.Add(SettingsProblem.Create(Option, wrong, got, $"write {Expected()}{OtherWays}"));
        }

        if (problems.Count == before && source.ScaledObject.Modifiers?.Formula.Names
            .FirstOrDefault(name => !answers.Exists(answer => answer.Trigger.Name == name)) is { } missing)
        {
            problems.Add(SettingsProblem.Create(Option, $"is missing for {missing}", "nothing", $"write {missing}=VALUE: the formula takes it"));
        }

        return problems.Count == before ? answers : [];
    }

    // A value alone is for the prometheus trigger, or for the only one that needs a value.
    private int? Alone() => source.Triggers.Where(trigger => trigger.Trigger is PrometheusTrigger).ToList() is [var prometheus] ? prometheus.Place
        : source.Triggers.Where(trigger => trigger.Type != CronTrigger.TypeName).ToList() is [var only] ? only.Place
        : source.Triggers is [var single] ? single.Place
        : null;

    private string Expected() => source.Triggers is [{ Trigger: PrometheusTrigger }]
        ? $"{QueryAnswer.Expected}, which the query answers"
        : $"NAME=VALUE, with one of {string.Join(", ", source.Triggers.Select(trigger => trigger.Name))}";

    private TriggerAnswer? Computed(NamedTrigger trigger) =>
        trigger.Trigger is CronTrigger cron ? CronMoment.Answer(trigger.Name, cron, at) : null;

    private TriggerAnswer? Answer(NamedTrigger trigger, string text)
    {
        if (trigger.Trigger is null)
        {
            problems.Add(SettingsProblem.Create(
                Option, $"is for a trigger of type {trigger.Type}, whose target is not known", Quoted.Text(text), $"add --target {trigger.Name}=TARGET"));
            return null;
        }

        return trigger.Trigger is CronTrigger cron ? OfCron(trigger, cron, text)
            : OutageWord.Read(trigger, text, at, _semantics) is { } outage ? outage
            : trigger.Trigger switch
            {
                PrometheusTrigger prometheus => QueryAnswer.Read(text, problems) is { } response
                    ? TriggerAnswer.Of(trigger.Name, prometheus, response, _semantics)
                    : null,
                ResourceTrigger resource => OfResource(trigger, resource, text),
                _ => QueryAnswer.Number(text, $"is no value of {trigger.Name}", $"a number such as 120, or {OutageWord.Words}", problems) is { } number
                    ? new TriggerAnswer(trigger.Name, trigger.Trigger, text, ScalerReading.Of(number))
                    : null,
            };
    }

    private TriggerAnswer? OfCron(NamedTrigger trigger, CronTrigger cron, string text)
    {
        bool? isOpen = text.ToUpperInvariant() switch
        {
            "ON" => true,
            "OFF" => false,
            _ => null,
        };
        if (isOpen is { } open)
        {
            return new TriggerAnswer(trigger.Name, cron, open ? "on" : "off", cron.Reading(open));
        }

        problems.Add(SettingsProblem.Create(
            Option, $"is no state of {trigger.Name}, a cron trigger", Quoted.Text(text), "write on or off, or leave it out: --at decides then"));
        return null;
    }

    private TriggerAnswer? OfResource(NamedTrigger trigger, ResourceTrigger resource, string text)
    {
        var isPercent = resource.MetricType == MetricTargetType.Utilization;
        if (isPercent && text.EndsWith('%') && MilliQuantity.TryParse(text[..^1]) is { Milli: >= 0 } percent && percent.Milli % Milli == 0)
        {
            return new TriggerAnswer(trigger.Name, resource, text, ScalerReading.Of(percent.Milli / Milli));
        }

        if (!isPercent && MilliQuantity.TryParse(text) is { Milli: >= 0 } quantity)
        {
            return new TriggerAnswer(trigger.Name, resource, text, ScalerReading.Of(quantity.Milli / Milli));
        }

        problems.Add(SettingsProblem.Create(
            Option, $"is no value of {trigger.Name}, whose target is {(isPercent ? "a utilization" : "an average")}", Quoted.Text(text),
            isPercent ? "write a whole percent of what the pods request, such as 43%" : "write what a pod uses, such as 250m or 200Mi"));
        return null;
    }
}
