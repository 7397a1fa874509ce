namespace KedaStack.Scaling.Simulation.Load;

/// <summary>The load from a time on.</summary>
/// <param name="AtMilliseconds">The time, from the beginning of the run.</param>
/// <param name="MilliRequestsPerSecond">The load in thousandths of a request per second; not negative.</param>
public readonly record struct TrafficStep(long AtMilliseconds, long MilliRequestsPerSecond);
