using KedaStack.Scaling.Explain.Answers;
using KedaStack.Scaling.Keda;

namespace KedaStack.Scaling.Explain.Live;

/// <summary>What a Prometheus answers now to the queries of a ScaledObject, and what that means.</summary>
public sealed record LiveExplanation
{
    /// <summary>What was asked, in the order of the triggers; at least one.</summary>
    public required IReadOnlyList<LiveAnswer> Asked { get; init; }

    /// <summary>What KEDA and the HPA do with it.</summary>
    public required ScalingExplanation Explanation { get; init; }

    /// <summary>What to keep in mind, in sentences; of several triggers with their names.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            var semantics = Explanation.Case.Semantics.Keda;
            var notes = Asked.Select(asked => (asked.Name, Notes: asked.Notes(semantics))).Where(asked => asked.Notes.Count > 0).ToList();
            return Asked.Count == 1
                ? [.. notes.SelectMany(asked => asked.Notes)]
                :
                [
                    .. notes.SelectMany(asked => asked.Notes.Select(note => (asked.Name, Note: note))).GroupBy(asked => asked.Note)
                        .Select(same => $"{string.Join(", ", same.Select(asked => asked.Name))}: {same.Key}"),
                ];
        }
    }

    /// <summary>Explains what was answered, together with what other triggers say.</summary>
    /// <param name="scaledObject">The ScaledObject; triggers without an answer are left out.</param>
    /// <param name="asked">What Prometheus answered; at least one.</param>
    /// <param name="others">What triggers say that Prometheus is not asked for.</param>
    /// <param name="currentReplicas">The replicas that there are.</param>
    /// <param name="semantics">The versions.</param>
    public static LiveExplanation Of(
        ScaledObject scaledObject, IReadOnlyList<LiveAnswer> asked, IEnumerable<TriggerAnswer> others, int currentReplicas, ScalingSemantics semantics) => new()
        {
            Asked = asked,
            Explanation = ScalingExplanation.Of(
                scaledObject,
                [.. asked.Select(answer => answer.Read(semantics.Keda)).Concat(others).OrderBy(answer => answer.Trigger.TriggerIndex)],
                currentReplicas,
                semantics),
        };
}
