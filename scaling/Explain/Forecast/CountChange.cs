namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>One change of the count.</summary>
/// <param name="AtMilliseconds">When, since the first sync that sees the answer.</param>
/// <param name="From">The replicas before.</param>
/// <param name="To">The replicas after.</param>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why, in one word: the reason of the condition ScalingLimited, or the row of KEDA's decision.</param>
public readonly record struct CountChange(long AtMilliseconds, int From, int To, ScalingActor By, string Reason);
