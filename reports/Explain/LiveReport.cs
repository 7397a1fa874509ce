using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Prometheus;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Live;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Reports.Explain;

/// <summary>What was asked and what came.</summary>
/// <param name="Asked">Each trigger's query, in the order of the triggers; at least one.</param>
/// <param name="IsCurrentGiven">Whether the replicas that there are were given.</param>
/// <param name="Explanation">The answers and what they mean.</param>
internal sealed record LiveReport(IReadOnlyList<AskedTrigger> Asked, bool IsCurrentGiven, LiveExplanation Explanation)
{
    private const string Option = "--live";
    private const string Otherwise = "which Prometheus does not answer";

    /// <summary>Why there are no results.</summary>
    /// <value>Empty: there are all.</value>
    public IEnumerable<PrometheusError> Errors => Asked.Select(asked => asked.Answer.Result.Error).OfType<PrometheusError>();

    /// <summary>Whether the only answer is a number, or one of NaN and the infinities.</summary>
    public bool IsNumber => Asked is [{ Answer.IsNumber: true }];

    /// <summary>What to keep in mind, in sentences.</summary>
    public IReadOnlyList<string> Notes => IsCurrentGiven
        ? Explanation.Notes
        :
        [
            .. Explanation.Notes,
            $"Assumed: there {(Current == 1 ? "is" : "are")} {ShownNumber.Replicas(Current)}, the minimum; --current says how many there are.",
        ];

    private int Current => Explanation.Explanation.Forecast.CurrentReplicas;

    /// <summary>Asks for each prometheus trigger, takes what the time says of cron triggers, and explains.</summary>
    /// <param name="source">What is explained.</param>
    /// <param name="choice">Which Prometheus is asked, and as whom.</param>
    /// <param name="endpoint">The stack's endpoint.</param>
    /// <param name="current">The replicas that there are; null for the minimum.</param>
    /// <param name="time">The clock.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public static async Task<ExplainReport?> AskAsync(
        ExplainSource source,
        PrometheusChoice choice,
        StackEndpoint endpoint,
        int? current,
        TimeProvider time,
        ICollection<SettingsProblem> problems,
        CancellationToken cancellationToken)
    {
        CheckTriggers(source, problems);
        var asked = new List<(NamedTrigger Trigger, PrometheusClientOptions Options)>();
        foreach (var trigger in problems.Count > 0 ? [] : source.Triggers.Where(trigger => trigger.Trigger is PrometheusTrigger))
        {
            var prometheus = (PrometheusTrigger)trigger.Trigger!;
            var platform = prometheus.ServerAddress.Length > 0 ? null : source.Platform;
            if (await choice.ResolveAsync(platform is null ? prometheus.ServerAddress : platform.Address, endpoint, problems, cancellationToken) is not { } options)
            {
                return null;
            }

            var scope = platform is null
                ? prometheus.CustomHeaders.GetValueOrDefault(PrometheusClientOptions.ResourceScopeHeader)
                : await platform.ResourceScopeAsync(endpoint, problems, cancellationToken);
            asked.Add((trigger, options with { ResourceScope = scope }));
        }

        if (problems.Count > 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var answers = await Task.WhenAll(asked.Select(trigger => AskedTrigger.AskAsync(
            trigger.Trigger, trigger.Options, asked.Count == 1 ? source.Selection : null, now, cancellationToken)));
        return Report(source, answers, [.. Computed(source, now)], current);
    }

    private static ExplainReport Report(ExplainSource source, AskedTrigger[] asked, TriggerAnswer[] computed, int? current)
    {
        var semantics = source.Versions.Semantics;
        TriggerAnswer[] answers =
            [.. asked.Select(trigger => trigger.Answer.Read(semantics.Keda)).Concat(computed).OrderBy(answer => answer.Trigger.TriggerIndex)];
        var kept = source.With(answers, Otherwise);
        var explanation = LiveExplanation.Of(
            kept.ScaledObject, [.. asked.Select(trigger => trigger.Answer)], computed, current ?? source.LeastReplicas, semantics);
        return ExplainReport.Of(kept, answers, explanation.Explanation) with
        {
            Live = new LiveReport(asked, current is not null, explanation),
        };
    }

    private static IEnumerable<TriggerAnswer> Computed(ExplainSource source, DateTimeOffset now) => source.Triggers
        .Where(trigger => trigger.Trigger is CronTrigger)
        .Select(trigger => CronMoment.Answer(trigger.Name, (CronTrigger)trigger.Trigger!, now));

    private static void CheckTriggers(ExplainSource source, ICollection<SettingsProblem> problems)
    {
        const string Instead = "or give the values with --value";
        var types = string.Join(", ", source.Triggers.Select(trigger => trigger.Type));
        if (!source.Triggers.Any(trigger => trigger.Trigger is PrometheusTrigger))
        {
            problems.Add(SettingsProblem.Create(Option, "asks for prometheus triggers", types, $"explain a ScaledObject with one, {Instead}"));
        }
        else if (source.ScaledObject.Modifiers?.Formula.Names.FirstOrDefault(name => !source.Triggers.Any(trigger =>
            trigger.Trigger is PrometheusTrigger or CronTrigger && trigger.Trigger.Name == name)) is { } missing)
        {
            problems.Add(SettingsProblem.Create(
                Option, $"asks for prometheus triggers, and the formula takes {missing} as well", types, $"use a formula of those alone, {Instead}"));
        }
    }
}
