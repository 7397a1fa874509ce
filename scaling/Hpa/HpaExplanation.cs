using System.Globalization;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Hpa;

/// <summary>Turns a reconcile into sentences: each rule in order with its numbers.</summary>
public sealed class HpaExplanation : IHpaTrace
{
    private readonly List<RuleStep> _steps = [];

    /// <summary>The rules applied so far, in order.</summary>
    public IReadOnlyList<RuleStep> Steps => _steps;

    /// <inheritdoc/>
    public void Bounds(in ScaleTargetStatus target, HorizontalPodAutoscalerSpec spec, HpaOutcome outcome)
    {
        var (current, min, max) = (target.SpecReplicas, spec.MinReplicas, spec.MaxReplicas);
        var (formula, output) = outcome switch
        {
            HpaOutcome.ScalingDisabled => ($"0 replicas and min {Text(min)} > 0", "scaling is disabled: nothing is done"),
            HpaOutcome.AboveMaxReplicas => ($"{Text(current)} > max {Text(max)}", Replicas(max) + " at once, metrics are not asked"),
            HpaOutcome.BelowMinReplicas => ($"{Text(current)} < min {Text(min)}", Replicas(min) + " at once, metrics are not asked"),
            _ => ($"{Text(min)} <= {Text(current)} <= {Text(max)}", "the metrics decide"),
        };
        Add("bounds of the current count", Replicas(current), formula, output, outcome != HpaOutcome.Evaluated);
    }

    /// <inheritdoc/>
    public void Metric(MetricSource source, in MetricProposal proposal)
    {
        if (proposal.Error is not null)
        {
            Add($"metric {source.Name}", "no value", "an error gives no proposal", proposal.Error, false);
            return;
        }

        var ratio = proposal.RatioOfAll ?? proposal.Ratio;
        AddRatio(source, proposal);
        if (proposal.PerPod is { } pods && proposal.RatioOfAll is not null)
        {
            AddUncountedPods(pods, proposal);
        }

        var (low, high) = (1 - proposal.Tolerances.ScaleDown, 1 + proposal.Tolerances.ScaleUp);
        Add(
            "tolerance",
            Text(ratio),
            $"{Text(low)} <= {Text(ratio)} <= {Text(high)}",
            !proposal.WithinTolerance ? "outside: a new count is computed"
                : proposal.Tolerances.IsWithin(ratio) ? "within: no change is proposed"
                : "outside, but in the other direction: no change is proposed",
            proposal.WithinTolerance);
        Add(
            "proposal",
            Value(proposal, proposal.UsageMilli),
            ProposalFormula(proposal),
            Replicas(proposal.Replicas),
            !proposal.WithinTolerance);
    }

    private void AddRatio(MetricSource source, in MetricProposal proposal)
    {
        var (usage, target) = (Value(proposal, proposal.UsageMilli), Value(proposal, proposal.TargetMilli));
        Add(
            $"usage ratio of {source.Name}",
            $"{usage} with target {target} ({proposal.TargetType})",
            proposal switch
            {
                { PerPod: not null, TargetType: MetricTargetType.Utilization } =>
                    $"whole percent used of what {Pods(proposal.Pods)} request: {usage} / {target}",
                { PerPod: not null } => $"average of {Pods(proposal.Pods)}: {usage} / {target}",
                { TargetType: MetricTargetType.AverageValue } => $"{usage} / ({target} * {Text(proposal.Pods)} created pods)",
                _ => $"{usage} / {target}",
            },
            Text(proposal.Ratio),
            false);
    }

    private void AddUncountedPods(PodsReading pods, in MetricProposal proposal)
    {
        var (missing, unready) = (pods.MissingRequestsMilli.Count, proposal.Ratio > 1 ? pods.UnreadyPods : 0);
        string[] counted =
        [
            .. missing == 0 ? [] : (string[])[$"{Pods(missing)} without a value as {(proposal.Ratio < 1 ? "using their whole request" : "using nothing")}"],
            .. unready == 0 ? [] : (string[])[$"{Pods(unready)} not Ready as using nothing"],
        ];
        Add("pods that are not counted yet", Text(proposal.Ratio), string.Join(", ", counted), Text(proposal.RatioOfAll!.Value), true);
    }

    private static string ProposalFormula(in MetricProposal proposal) => proposal switch
    {
        { WithinTolerance: true, PerPod: null, TargetType: MetricTargetType.AverageValue } => "the created pods",
        { WithinTolerance: true } => "the current replicas",
        { RatioOfAll: { } all } => $"ceil({Text(all)} * {Text(proposal.CountedPods)} pods)",
        { PerPod: null, TargetType: MetricTargetType.AverageValue } =>
            $"ceil({Value(proposal, proposal.UsageMilli)} / {Value(proposal, proposal.TargetMilli)})",
        _ => $"ceil({Text(proposal.Ratio)} * {Text(proposal.Pods)} ready pods)",
    };

    private static string Value(in MetricProposal proposal, long milli) => proposal.TargetType == MetricTargetType.Utilization
        ? HpaTargets.Percent(new MilliQuantity(milli))
        : new MilliQuantity(milli).ToString();

    private static string Pods(int count) => count == 1 ? "1 pod" : $"{Many(count)} pods";

    /// <inheritdoc/>
    public void Combined(int currentReplicas, int proposal, int metrics, int failed, bool refused)
    {
        if (metrics == 1 && failed == 0)
        {
            return;
        }

        Add(
            "choice among the metrics",
            $"{Text(metrics)} {(metrics == 1 ? "metric" : "metrics")}, {Text(failed)} failed",
            refused ? "without all metrics no scale-in, without any no change" : "the highest proposal",
            refused ? $"{Replicas(currentReplicas)} kept" : Replicas(proposal),
            refused);
    }

    /// <inheritdoc/>
    public void Stabilized(StabilizationStage stage)
    {
        var down = $"highest of {Seconds(stage.ScaleDownWindowMilliseconds)} = {Text(stage.HighestInScaleDownWindow)}";
        var formula = stage.WithBehavior
            ? $"min(max({Text(stage.CurrentReplicas)}, lowest of {Seconds(stage.ScaleUpWindowMilliseconds)} = "
                + $"{Text(stage.LowestInScaleUpWindow)}), {down})"
            : down;
        Add("stabilization", Replicas(stage.Proposal), formula, Replicas(stage.Replicas), stage.Replicas != stage.Proposal);
    }

    /// <inheritdoc/>
    public void Policy(in PolicyStage stage)
    {
        var sign = stage.Direction == ScalingDirection.Up ? '+' : '-';
        var start = $"size a period ago = {Text(stage.CurrentReplicas)} - {Text(stage.Added)} + {Text(stage.Removed)}";
        var change = stage.Policy.Type == ScalingPolicyType.Pods
            ? $"{Text(stage.PeriodStartReplicas)} {sign} {Text(stage.Policy.Value)}"
            : $"{Text(stage.PeriodStartReplicas)} * (1 {sign} {Text(stage.Policy.Value)}/100)";
        Add(
            $"policy {stage.Policy} {(stage.Direction == ScalingDirection.Up ? "up" : "down")}",
            start, change, $"as far as {Replicas(stage.Allowed)}", false);
    }

    /// <inheritdoc/>
    public void Limited(LimitStage stage)
    {
        var reason = stage.Reason == HpaConditionReason.DesiredWithinRange ? "" : $" ({stage.Reason})";
        Add(
            stage.WithBehavior ? "limits of the behavior and bounds" : "limits without behavior and bounds",
            Replicas(stage.Stabilized),
            stage.WithBehavior
                ? $"{Text(stage.LowerBound)} to {Text(stage.UpperBound)}"
                : $"{Text(stage.LowerBound)} to {Text(stage.UpperBound)}, one sync may reach {Text(stage.RateLimit)}",
            Replicas(stage.Replicas) + reason,
            stage.Replicas != stage.Stabilized);
    }

    /// <inheritdoc/>
    public void Decided(HpaReconciliation result) => Add(
        "desired replicas",
        Replicas(result.CurrentReplicas),
        result.Rescaled ? "differs from the current count: written" : "equals the current count: nothing is written",
        Replicas(result.DesiredReplicas),
        result.Rescaled);

    private void Add(string rule, string input, string formula, string output, bool changed) =>
        _steps.Add(new RuleStep(rule, input, formula, output, changed));

    private static string Replicas(int count) => count == 1 ? "1 replica" : $"{Many(count)} replicas";

    private static string Many(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Seconds(long milliseconds) => Text(milliseconds / 1000.0) + " s";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => Math.Round(number, 6).ToString(CultureInfo.InvariantCulture);
}
