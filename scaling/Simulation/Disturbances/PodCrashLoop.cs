namespace KedaStack.Scaling.Simulation.Disturbances;

/// <summary>
/// The oldest Ready pods crash, and crash again each time they ran for <paramref name="Uptime"/>. A crash resets the
/// counters. The kubelet waits 0 s, 10 s, 20 s, 40 s ... 300 s before the restarts, and again none for a container that ran
/// for 10 minutes; then the pod starts up as a new one does.
/// </summary>
/// <param name="At">When they crash first.</param>
/// <param name="Duration">Until when they crash again; 0 for one crash.</param>
/// <param name="Pods">How many pods; above 0.</param>
/// <param name="Uptime">How long a pod listens before it crashes again; above 0.</param>
public sealed record PodCrashLoop(TimeSpan At, TimeSpan Duration, int Pods, TimeSpan Uptime) : Disturbance(At, Duration);
