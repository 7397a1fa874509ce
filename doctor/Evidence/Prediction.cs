using KedaStack.Doctor.Chains;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Doctor.Evidence;

/// <summary>Whether the HPA does what the model predicts from the values that it says it read.</summary>
internal static class Prediction
{
    /// <summary>The sentence, and whether it does; null where there is nothing to compare.</summary>
    public static (string Sentence, bool? IsAsPredicted) Of(Chain chain)
    {
        if (chain.Hpa is not { } hpa)
        {
            return (chain.Pause is null ? "There is no HPA to compare with the model." : "There is no HPA to compare with the model while scaling is paused.", null);
        }

        var name = hpa.Text("metadata.name") ?? "";
        if (Chain.Condition(hpa, "ScalingActive").Text("reason") == "ScalingDisabled")
        {
            return AtZero(chain, name);
        }

        if (hpa.Objects("status.conditions").Count == 0)
        {
            return ("The HPA was never computed, so there is nothing to compare with the model.", null);
        }

        var problems = new List<SettingsProblem>();
        var recorded = HpaFile.Of(new ObjectFields(name, "", hpa, problems), name, problems);
        if (recorded is null)
        {
            return ($"The HPA cannot be compared with the model: {problems[0]}.", null);
        }

        if (recorded.Failure is { } failure)
        {
            return ($"The HPA computes nothing ({failure.Reason}), so there is nothing to compare; {ShownNumber.Replicas(recorded.CurrentReplicas)} {(recorded.CurrentReplicas == 1 ? "stays" : "stay")}.", null);
        }

        var sync = RecordedSync.Of(recorded, Semantics(chain));
        var values = Values(recorded);
        return sync.Reproduced
            ? ($"The HPA does what the model predicts from these values: {values} at {ShownNumber.Replicas(recorded.CurrentReplicas)} gives {ShownNumber.Count(recorded.DesiredReplicas)}{Why(recorded)}.", true)
            : ($"The HPA does not do what the model predicts from these values: {values} at {ShownNumber.Replicas(recorded.CurrentReplicas)} gives {ShownNumber.Count(sync.ComputedReplicas)} by its rules, and it wants {ShownNumber.Count(recorded.DesiredReplicas)}.", false);
    }

    private static (string, bool?) AtZero(Chain chain, string name)
    {
        var values = chain.Reads.Where(read => read.Milli is not null).ToList();
        var active = chain.Triggers.Where(trigger => values.Exists(read => read.Trigger == trigger.Place && read.Milli > (Quantity.Parse(trigger.Metadata.GetValueOrDefault("activationThreshold", "0")) ?? 0) * 1000)).ToList();
        var shown = string.Join(" and ", values.Select(read => $"{read.Metric} {ShownNumber.Milli(read.Milli!.Value)}"));
        return values.Count == 0 ? ($"{name} is off at 0 replicas, and KEDA's decision cannot be compared without a value.", null)
            : active.Count == 0 ? ($"KEDA and the HPA do what the model predicts from these values: {shown} is not above activationThreshold, so 0 replicas stay.", true)
            : ($"KEDA does not do what the model predicts from these values: {shown} is above activationThreshold, which makes replicas within a polling interval.", false);
    }

    private static string Values(RecordedHpa recorded) => string.Join(" and ", recorded.Spec.Metrics.Zip(recorded.ReportedMilli).Select(metric =>
        metric.Second is not { } milli ? $"{metric.First.Name} without a value"
        : $"{metric.First.Name} {ShownNumber.Milli(milli)}{(metric.First.TargetType == MetricTargetType.AverageValue ? " per pod" : metric.First.TargetType == MetricTargetType.Utilization ? " %" : "")}"));

    private static string Why(RecordedHpa recorded) =>
        recorded.IsStabilized && recorded.DesiredReplicas > 0 && recorded.Conditions.Any(condition => condition.Reason == "ScaleDownStabilized") ? ", which the scale-down window holds"
        : recorded.Conditions.FirstOrDefault(condition => condition is { Type: "ScalingLimited", Status: "True" })?.Reason switch
        {
            "TooManyReplicas" => ", the maximum",
            "TooFewReplicas" => ", the minimum",
            "ScaleUpLimit" => ", as fast as scaleUp lets it",
            "ScaleDownLimit" => ", as fast as scaleDown lets it",
            _ => "",
        };

    private static ScalingSemantics Semantics(Chain chain)
    {
        var keda = chain.Keda.Operators is [var one, ..] ? KedaInstallation.VersionOf(one) : null;
        var minor = chain.KubernetesVersion?.Split('.') is [_, var text, ..] && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new StackVersions(minor ?? HpaSemantics.DefaultMinor, keda ?? KedaVersion.Newest).Semantics;
    }
}
