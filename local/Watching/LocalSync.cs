using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Steps;

namespace KedaStack.Local.Watching;

/// <summary>One sync of the HPA, whether it changed something or not.</summary>
public sealed record LocalSync
{
    /// <summary>When.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The value of the query as the HPA got it, in thousandths; null without one.</summary>
    public long? MetricMilli { get; init; }

    /// <summary>The value per replica as the HPA shows it, in thousandths; null without one.</summary>
    public long? PerReplicaMilli { get; init; }

    /// <summary>Why there is no value, in the words of the one who failed; null with one.</summary>
    public string? MetricError { get; init; }

    /// <summary>Whether the value is that of KEDA's fallback.</summary>
    public bool IsFallback { get; init; }

    /// <summary>What the HPA made of it, with the number of each stage.</summary>
    public required HpaReconciliation Result { get; init; }

    /// <summary>Each rule with its numbers, in order.</summary>
    public required IReadOnlyList<RuleStep> Rules { get; init; }

    /// <summary>Why the count is what it is, in one sentence: the rule that decided.</summary>
    public required string Reason { get; init; }
}
