namespace KedaStack.Truth.Polls;

/// <summary>Whom KEDA's polls asked in a loop.</summary>
/// <param name="TakesObservations">Whether by the model they take what the HPA's requests saw, where there was something.</param>
/// <param name="Expected">How many polls the loop had room for.</param>
/// <param name="Asked">When a poll asked Prometheus itself, in milliseconds.</param>
/// <param name="AskedWhileActive">Those of them while the HPA's condition ScalingActive was True.</param>
public sealed record PollComparison(
    bool TakesObservations, int Expected, IReadOnlyList<long> Asked, IReadOnlyList<long> AskedWhileActive);
