using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Local.Watching;

/// <summary>A change of the desired replicas.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Decision">The numbers and the rule, as the simulator records them; its time is the stack's.</param>
public sealed record LocalDecision(int Number, ScalingDecision Decision)
{
    /// <summary>When.</summary>
    public TimeSpan Time => TimeSpan.FromMilliseconds(Decision.AtMilliseconds);

    /// <summary>Why, in one sentence.</summary>
    public string Reason => DecisionText.Explain(Decision);
}
