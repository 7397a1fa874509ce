using KedaStack.Reports.Explain.Metrics;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Reports.Explain;

/// <summary>An explanation with where it comes from.</summary>
internal sealed record ExplainReport
{
    private const string AndAtOnce = ", and pods come and go at once.";

    /// <summary>What the settings are from: <c>stack</c>, <c>scaledObject</c> or <c>hpa</c>.</summary>
    public required string SourceKind { get; init; }

    /// <summary>The stack's name, or the file.</summary>
    public required string SourceName { get; init; }

    /// <summary>The settings in a line.</summary>
    public required string Settings { get; init; }

    /// <summary>The answer as Prometheus writes it, in a word or two; null for a recorded HPA.</summary>
    public string? Answer { get; init; }

    /// <summary>What was asked and came; null when nobody was asked.</summary>
    public LiveReport? Live { get; init; }

    /// <summary>The unit of values, with a blank before it; empty where it is not known.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The recorded sync; null without a recorded HPA.</summary>
    public RecordedSync? Recorded { get; init; }

    /// <summary>The explanation.</summary>
    public required ScalingExplanation Explanation { get; init; }

    /// <summary>What the source says to keep in mind, in sentences.</summary>
    public IReadOnlyList<string> SourceNotes { get; init; } = [];

    /// <summary>What to keep in mind and what is assumed, in sentences.</summary>
    public IReadOnlyList<string> Notes => [.. Recorded?.Notes ?? Live?.Notes ?? [], .. SourceNotes, .. Explanation.Notes, .. Assumed];

    private string AtOnce => MetricWords.IsOfSeveral(Explanation)
        ? $"the values stay as they are{(Explanation.Metrics.Any(metric => metric.Metric is ResourceMetricSource or PodsMetricSource) ? ", what the pods use in sum, too" : "")}{AndAtOnce}"
        : $"the value stays as it is{AndAtOnce}";

    /// <summary>The report on an answer.</summary>
    /// <param name="source">What was explained.</param>
    /// <param name="answer">The answer as the user wrote it, or as it came; of several triggers each with its name.</param>
    /// <param name="explanation">What it leads to.</param>
    private static ExplainReport Of(ExplainSource source, string answer, ScalingExplanation explanation) => new()
    {
        SourceKind = source.Kind,
        SourceName = source.Name,
        Settings = SettingsLine.Of(source.ScaledObject),
        Answer = answer,
        Unit = source.Unit,
        Explanation = explanation,
        SourceNotes = source.Notes,
    };

    /// <summary>The report on the answers of a ScaledObject's triggers.</summary>
    /// <param name="source">What is explained.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="current">The replicas that there are; null for the minimum.</param>
    public static ExplainReport Of(ExplainSource source, IReadOnlyList<TriggerAnswer> answers, int? current)
    {
        var kept = source.With(answers);
        var explanation = ScalingExplanation.Of(kept.ScaledObject, answers, current ?? source.LeastReplicas, source.Versions.Semantics);
        return Of(kept, answers, explanation);
    }

    /// <summary>The report on answers that were explained.</summary>
    /// <param name="source">What was explained.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="explanation">What they lead to.</param>
    public static ExplainReport Of(ExplainSource source, IReadOnlyList<TriggerAnswer> answers, ScalingExplanation explanation) => Of(
        source,
        MetricWords.IsOfSeveral(explanation) ? string.Join(", ", answers.Select(answer => $"{answer.Name} = {answer.Shown}")) : answers[0].Shown,
        explanation);

    private IReadOnlyList<string> Assumed => Recorded is { Recorded.IsNeverComputed: true } ? [] : Explanation.Case switch
    {
        { Hpa: null } => [],
        { EarlierProposal: { } proposal } => [$"Assumed: the HPA proposed {ShownNumber.Replicas(proposal)} until now, {AtOnce}"],
        _ => [$"Assumed: {AtOnce}"],
    };
}
