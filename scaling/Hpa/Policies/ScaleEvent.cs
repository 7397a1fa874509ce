namespace KedaStack.Scaling.Hpa.Policies;

/// <summary>One change that an HPA made to its target.</summary>
/// <param name="TimestampMilliseconds">When it was made.</param>
/// <param name="ReplicaChange">The replicas added or removed; above 0.</param>
/// <param name="Outdated">Whether it was found too old for every policy of its direction and may be overwritten.</param>
public readonly record struct ScaleEvent(long TimestampMilliseconds, int ReplicaChange, bool Outdated = false);
