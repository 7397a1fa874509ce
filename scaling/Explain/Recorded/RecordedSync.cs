using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>The sync that a recorded HPA shows the result of, computed again.</summary>
public sealed record RecordedSync
{
    /// <summary>The HPA as it was recorded.</summary>
    public required RecordedHpa Recorded { get; init; }

    /// <summary>The replicas that the rules give for what is recorded.</summary>
    public required int ComputedReplicas { get; init; }

    /// <summary>Whether they are those that were recorded.</summary>
    public bool Reproduced => Recorded.IsNeverComputed || ComputedReplicas == Recorded.DesiredReplicas;

    /// <summary>The replicas after the recorded sync; where it computed none, those before.</summary>
    public int DesiredReplicas => Recorded.IsNeverComputed ? Recorded.CurrentReplicas : Recorded.DesiredReplicas;

    /// <summary>What had to be assumed, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Each rule of that sync, and what happens from it on when the metrics stay as they are.</summary>
    public required ScalingExplanation Explanation { get; init; }

    /// <summary>
    /// Computes a recorded sync again. What the file does not hold, the exact sum, is taken so that the recorded result comes out,
    /// and of the metric that the condition names, if that is possible; an earlier proposal is held only where a condition says so.
    /// </summary>
    /// <param name="recorded">The HPA.</param>
    /// <param name="semantics">The versions; null for the default.</param>
    public static RecordedSync Of(RecordedHpa recorded, ScalingSemantics? semantics = null)
    {
        bool[] guesses = [true, false];
        var tries = guesses.Select(greatest => Attempt(recorded, greatest, semantics ?? ScalingSemantics.Default)).ToList();
        var best = tries.Find(attempt => attempt.Reproduced && attempt.Explanation.Forecast.FirstChoice?.Winner == recorded.NamedMetric)
            ?? tries.Find(attempt => attempt.Reproduced)
            ?? tries[0];
        return best with
        {
            Explanation = ScalingExplanation.Complete(best.Explanation.Case, best.Explanation.Rules, best.Explanation.Forecast, []),
        };
    }

    private static RecordedSync Attempt(RecordedHpa recorded, bool greatest, ScalingSemantics semantics)
    {
        var scalingCase = new ScalingCase
        {
            Hpa = recorded.Spec,
            Readings = recorded.Readings(greatest),
            CurrentReplicas = recorded.CurrentReplicas,
            EarlierProposal = recorded.IsStabilized ? recorded.DesiredReplicas : null,
            IsScaledToZero = recorded.IsScaledToZero ?? false,
            Semantics = recorded.IsScaledToZero is null ? semantics : semantics with { Hpa = semantics.Hpa with { ScaleToZero = true } },
        };
        var trace = new HpaExplanation();
        var forecast = ScalingForecast.Of(scalingCase, trace);
        var sync = new RecordedSync
        {
            Recorded = recorded,
            ComputedReplicas = forecast.ReplicasNow,
            Notes = [],
            Explanation = new ScalingExplanation { Case = scalingCase, Rules = recorded is { IsNeverComputed: true, CurrentReplicas: 0 } ? [] : trace.Steps, Forecast = forecast },
        };
        return sync with { Notes = RecordedNotes.Of(sync) };
    }
}
