namespace KedaStack.Truth.Recordings;

/// <summary>A point of the offered load, which is linear between two points; two points at one time are a step.</summary>
/// <param name="AtMilliseconds">The time.</param>
/// <param name="RequestsPerSecond">The load.</param>
public readonly record struct LoadPoint(long AtMilliseconds, double RequestsPerSecond);
