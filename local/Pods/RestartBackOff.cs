using KedaStack.Scaling.Simulation.Engine.Pods;

namespace KedaStack.Local.Pods;

/// <summary>The waits before the restarts of one container; see <see cref="KubeletBackOff"/>.</summary>
internal sealed class RestartBackOff
{
    private int _ends;

    /// <summary>The wait after an end.</summary>
    /// <param name="ranFor">How long the container ran.</param>
    public TimeSpan Next(TimeSpan ranFor)
    {
        var before = KubeletBackOff.Counted(_ends, ranFor);
        _ends = before + 1;
        return KubeletBackOff.Wait(before);
    }
}
