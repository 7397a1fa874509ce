using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Recorded;

namespace KedaStack.Reports.Explain;

/// <summary>An explanation with where it comes from.</summary>
internal sealed record ExplainReport
{
    private const string AtOnce = "the value stays as it is, and pods come and go at once.";

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

    /// <summary>The report on an answer.</summary>
    /// <param name="source">What was explained.</param>
    /// <param name="answer">The answer as the user wrote it, or as it came.</param>
    /// <param name="explanation">What it leads to.</param>
    public static ExplainReport Of(ExplainSource source, string answer, ScalingExplanation explanation) => new()
    {
        SourceKind = source.Kind,
        SourceName = source.Name,
        Settings = SettingsLine.Of(source.ScaledObject),
        Answer = answer,
        Unit = source.Unit,
        Explanation = explanation,
        SourceNotes = source.Notes,
    };

    private IReadOnlyList<string> Assumed => Explanation.Case switch
    {
        { Hpa: null } => [],
        { EarlierProposal: { } proposal } => [$"Assumed: the HPA proposed {ShownNumber.Replicas(proposal)} until now, {AtOnce}"],
        _ => [$"Assumed: {AtOnce}"],
    };
}
