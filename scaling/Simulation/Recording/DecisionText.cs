namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>Decisions in sentences.</summary>
public static class DecisionText
{
    /// <summary>Why a decision was as it was.</summary>
    /// <param name="decision">The decision.</param>
    public static string Explain(in ScalingDecision decision)
    {
        var (proposal, stabilized) = (decision.Result?.Proposal ?? 0, decision.Result?.Stabilized ?? 0);
        var metric = decision.IsFallback ? "KEDA's fallback" : "the metric";
        return decision.Rule switch
        {
            DecisionRule.Metric or DecisionRule.Fallback => FormattableString.Invariant($"{metric} asks for {proposal}"),
            DecisionRule.StabilizationWindow => FormattableString.Invariant(
                $"{metric} asks for {proposal}, the stabilization window still holds {stabilized}"),
            DecisionRule.ScaleUpLimit => FormattableString.Invariant(
                $"{metric} asks for {proposal}, one step may reach {decision.Result?.RateLimit}"),
            DecisionRule.ScaleDownLimit => FormattableString.Invariant(
                $"{metric} asks for {proposal}, one step may leave {decision.Result?.RateLimit}"),
            DecisionRule.MaxReplicas when decision.MetricMilli is null => FormattableString.Invariant(
                $"{decision.From} is above the maximum of {decision.To}"),
            DecisionRule.MinReplicas when decision.MetricMilli is null => FormattableString.Invariant(
                $"{decision.From} is below the minimum of {decision.To}"),
            DecisionRule.MaxReplicas => FormattableString.Invariant($"{metric} asks for {proposal}, the maximum is {decision.To}"),
            DecisionRule.MinReplicas => FormattableString.Invariant($"{metric} asks for {proposal}, the minimum is {decision.To}"),
            DecisionRule.Activation => "KEDA saw activity and left 0 replicas",
            DecisionRule.Deactivation => "KEDA saw no activity, and no cooldown period holds",
            DecisionRule.KedaMinimum => FormattableString.Invariant($"KEDA's minimum is {decision.To}"),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Rule, "The rule must be one of the enumeration."),
        };
    }
}
