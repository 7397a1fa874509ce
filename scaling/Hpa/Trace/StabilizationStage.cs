namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>What stabilization did, with its numbers.</summary>
/// <param name="Proposal">The proposal before it.</param>
/// <param name="CurrentReplicas">The current replicas.</param>
/// <param name="WithBehavior">Whether the HPA has a behavior; without one only the way down is stabilized.</param>
/// <param name="ScaleUpWindowMilliseconds">The window upwards; 0 without behavior.</param>
/// <param name="ScaleDownWindowMilliseconds">The window downwards.</param>
/// <param name="LowestInScaleUpWindow">The lowest of the proposal and the log within the window upwards.</param>
/// <param name="HighestInScaleDownWindow">The highest of the proposal and the log within the window downwards.</param>
/// <param name="Replicas">The stabilized count.</param>
public readonly record struct StabilizationStage(
    int Proposal,
    int CurrentReplicas,
    bool WithBehavior,
    long ScaleUpWindowMilliseconds,
    long ScaleDownWindowMilliseconds,
    int LowestInScaleUpWindow,
    int HighestInScaleDownWindow,
    int Replicas);
