namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>
/// How long the kubelet waits before it starts a container again: not at all after the first end, then 10 s, twice as long
/// each time up to 5 minutes, and from the beginning once it ran for 10 minutes (pkg/kubelet/kuberuntime, doBackOff;
/// client-go, flowcontrol.Backoff, which forgets after twice its longest wait).
/// </summary>
public static class KubeletBackOff
{
    private const int MostDoublings = 5;

    private static readonly TimeSpan _first = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    /// <summary>The ends that count when a container ends.</summary>
    /// <param name="ends">How often it ended before, as far as that counted then.</param>
    /// <param name="ranFor">How long it ran.</param>
    public static int Counted(int ends, TimeSpan ranFor) => ranFor >= 2 * _longest ? 0 : ends;

    /// <summary>The wait before the restart.</summary>
    /// <param name="ends">The ends before that count; not negative.</param>
    public static TimeSpan Wait(int ends) => ends == 0 ? TimeSpan.Zero
        : ends > MostDoublings ? _longest
        : _first * (1 << (ends - 1));
}
