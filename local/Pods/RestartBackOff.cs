namespace KedaStack.Local.Pods;

/// <summary>
/// How long the kubelet waits before it starts a container again: not at all after the first end, then 10 s, twice as long
/// each time up to 5 minutes, and from the beginning after 10 minutes without an end
/// (pkg/kubelet/kuberuntime, doBackOff; client-go, flowcontrol.Backoff).
/// </summary>
internal sealed class RestartBackOff
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _forgottenAfter = TimeSpan.FromMinutes(10);

    private TimeSpan _next = TimeSpan.Zero;

    /// <summary>The wait after an end.</summary>
    /// <param name="ranFor">How long the container ran.</param>
    public TimeSpan Next(TimeSpan ranFor)
    {
        var wait = ranFor >= _forgottenAfter ? TimeSpan.Zero : _next;
        _next = wait == TimeSpan.Zero ? _first : wait * 2 < _longest ? wait * 2 : _longest;
        return wait;
    }
}
