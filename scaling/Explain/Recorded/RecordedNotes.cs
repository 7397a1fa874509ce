using System.Globalization;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>What a recorded HPA does not say, in sentences.</summary>
internal static class RecordedNotes
{
    public static IReadOnlyList<string> Of(RecordedSync sync)
    {
        var recorded = sync.Recorded;
        var notes = recorded.Remarks.ToList();
        if (recorded.IsNeverComputed)
        {
            notes.Add("No count was ever computed, so desiredReplicas 0 is none: nothing is scaled, not to 0 either. " + MissingLink.Of(recorded.Failure));
            return notes;
        }

        AddFailing(notes, recorded);
        var rounded = recorded.Spec.Metrics.Zip(recorded.ReportedMilli)
            .Where(metric => metric.First.TargetType == MetricTargetType.AverageValue && !HeldMetric.IsOfPods(metric.First) && metric.Second > 0)
            .Select(metric => metric.First.Name);
        if (recorded.CurrentReplicas > 1)
        {
            notes.AddRange(rounded.Select(name =>
                $"The value of {name} is the recorded average times {Text(recorded.CurrentReplicas)} pods; averages are rounded up, "
                + $"so it may be up to {new MilliQuantity(recorded.CurrentReplicas - 1)} less."));
        }

        var ofPods = recorded.Spec.Metrics.Where(HeldMetric.IsOfPods).Select(metric => metric.Name).ToList();
        if (ofPods.Count > 0)
        {
            notes.Add($"Assumed of {string.Join(" and ", ofPods)}: all pods are Ready and measured, which is not recorded; a utilization is a whole percent.");
        }

        if (sync.Explanation.Forecast.StabilizationHolds && sync.Explanation.Case.EarlierProposal is not null)
        {
            notes.Add($"That a proposal of {Text(recorded.DesiredReplicas)} is still held is taken from the recorded result: "
                + "the controller keeps earlier proposals in its memory only.");
        }

        AddDifferences(notes, sync);
        return notes;
    }

    private static void AddFailing(List<string> notes, RecordedHpa recorded)
    {
        var failing = recorded.Spec.Metrics.Zip(recorded.ReportedMilli).Where(metric => metric.Second is null).Select(metric => metric.First.Name).ToList();
        if (failing.Count == 0)
        {
            return;
        }

        var names = string.Join(" and ", failing);
        notes.Add(failing.Count == recorded.Spec.Metrics.Count
            ? $"No value of {names} is recorded: nothing is computed, and the replicas stay. {MissingLink.Of(recorded.Failure ?? Missing(recorded))}"
            : $"No value of {names} is recorded: without it the HPA scales out on the others, but never in. {MissingLink.Of(recorded.Failure ?? Missing(recorded))}");
    }

    // What the HPA says of a metric of this type when it fails.
    private static RecordedCondition Missing(RecordedHpa recorded) => new(
        "", "", recorded.Spec.Metrics.Zip(recorded.ReportedMilli).First(metric => metric.Second is null).First.FailedReason.ToString(), "");

    private static void AddDifferences(List<string> notes, RecordedSync sync)
    {
        var recorded = sync.Recorded;
        if (!sync.Reproduced)
        {
            notes.Add($"The rules give {Text(sync.ComputedReplicas)} for what is recorded, the HPA says {Text(recorded.DesiredReplicas)}. "
                + "Not recorded are earlier proposals, scale events and pods that were not created or still terminating.");
        }

        if (recorded.NamedMetric is { } named && sync.Explanation.Forecast.FirstChoice?.Winner is { } winner && winner != named)
        {
            notes.Add($"The condition names {recorded.Spec.Metrics[named].Name} as the metric that gave the count; of the recorded values "
                + $"{recorded.Spec.Metrics[winner].Name} proposes more.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
