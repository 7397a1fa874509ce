namespace KedaStack.Scaling.Keda;

/// <summary>
/// What KEDA reports once its trigger has failed more than <paramref name="FailureThreshold"/> times in a row
/// (<c>spec.fallback</c>). It acts on errors only: with <c>ignoreNullValues</c> true an empty answer is no error.
/// </summary>
/// <param name="FailureThreshold">Failures in a row that are still reported as errors; 0 or more.</param>
/// <param name="Replicas">The replica count to fall back to; 0 or more.</param>
/// <param name="Behavior">How that count meets the replicas there are.</param>
public sealed record Fallback(int FailureThreshold, int Replicas, FallbackBehavior Behavior = FallbackBehavior.Static);
