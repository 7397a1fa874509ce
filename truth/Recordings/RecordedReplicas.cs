namespace KedaStack.Truth.Recordings;

/// <summary>The Deployment's counts from a time on.</summary>
/// <param name="AtMilliseconds">The time.</param>
/// <param name="Spec">The desired count.</param>
/// <param name="Status">The pods that were created and not terminating.</param>
/// <param name="Ready">The ready ones.</param>
public readonly record struct RecordedReplicas(long AtMilliseconds, int Spec, int Status, int Ready);
