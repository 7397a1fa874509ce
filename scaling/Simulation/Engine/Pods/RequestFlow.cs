namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>What became of the requests of a stretch of time, in millionths of a request.</summary>
/// <param name="Offered">Those that came.</param>
/// <param name="Served">Those that were served.</param>
/// <param name="Lost">Those that found the queue full.</param>
/// <param name="Queued">Those that wait at the end.</param>
/// <param name="Unmet">Those that came while the Ready pods were at their capacity, whether they waited or were lost.</param>
internal readonly record struct RequestFlow(long Offered, long Served, long Lost, long Queued, long Unmet);
