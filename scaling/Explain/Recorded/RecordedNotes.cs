using System.Globalization;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>What a recorded HPA does not say, in sentences.</summary>
internal static class RecordedNotes
{
    public static IReadOnlyList<string> Of(RecordedSync sync)
    {
        var recorded = sync.Recorded;
        var notes = recorded.Others.Select(other => Other(other, recorded)).ToList();
        var rounded = recorded.Spec.Metrics.Zip(recorded.ReportedMilli)
            .Where(metric => metric.First.TargetType == MetricTargetType.AverageValue && metric.Second > 0)
            .Select(metric => metric.First.Name);
        if (recorded.CurrentReplicas > 1)
        {
            notes.AddRange(rounded.Select(name =>
                $"The value of {name} is the recorded average times {Text(recorded.CurrentReplicas)} pods; averages are rounded up, "
                + $"so it may be up to {new MilliQuantity(recorded.CurrentReplicas - 1)} less."));
        }

        if (sync.Explanation.Forecast.StabilizationHolds && sync.Explanation.Case.EarlierProposal is not null)
        {
            notes.Add($"That a proposal of {Text(recorded.DesiredReplicas)} is still held is taken from the recorded result: "
                + "the controller keeps earlier proposals in its memory only.");
        }

        if (!sync.Reproduced)
        {
            notes.Add($"The rules give {Text(sync.ComputedReplicas)} for what is recorded, the HPA says {Text(recorded.DesiredReplicas)}. "
                + "Not recorded are earlier proposals, scale events and pods that were not created or still terminating.");
        }

        return notes;
    }

    private static string Other(OtherMetric metric, RecordedHpa recorded)
    {
        var name = $"{metric.Name} ({metric.Type})";
        var tolerances = Tolerances.For(recorded.Spec.Behavior, HpaSemantics.Default);
        if (metric.Proposal(recorded.CurrentReplicas, tolerances) is not { } replicas)
        {
            return $"{name} is left out of the rules: no value of it is recorded. Without one the HPA does not scale in.";
        }

        var unit = metric.IsUtilization ? " %" : "";
        return $"{name} is left out of the rules: {new MilliQuantity(metric.ReportedMilli!.Value)}{unit} with a target of "
            + $"{new MilliQuantity(metric.TargetMilli)}{unit} asks for {Text(replicas)} {(replicas == 1 ? "replica" : "replicas")} if all its pods are Ready and "
            + "measured. The HPA takes the highest of all.";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
