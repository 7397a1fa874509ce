namespace KedaStack.Local.Pods;

/// <summary>
/// What this machine cannot do faster, whatever the speed: starting a Python, answering a probe, ending a process. These
/// times have a least length on the clock; at real time it is below that of the Deployment, and changes nothing.
/// </summary>
/// <param name="speed">How many times as fast as the clock the stack's time passes.</param>
internal sealed class MachinePace(double speed)
{
    private static readonly TimeSpan _answerTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _probeTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _endTimeout = TimeSpan.FromSeconds(5);

    /// <summary>A probe that gives this machine time to answer, and to fail as often as it takes.</summary>
    public HttpProbe Of(HttpProbe probe) => probe with
    {
        Timeout = AtLeast(probe.Timeout, _answerTimeout),
        FailureThreshold = speed == 1
            ? probe.FailureThreshold
            : Math.Max(probe.FailureThreshold, (int)Math.Ceiling(_probeTimeout * speed / probe.Period)),
    };

    /// <summary>The time from SIGTERM to SIGKILL.</summary>
    public TimeSpan Grace(PodTemplate template) => AtLeast(template.TerminationGracePeriod - template.PreStopDelay, _endTimeout);

    /// <summary>How long an answer of Prometheus may take.</summary>
    /// <param name="timeout">KEDA's own limit.</param>
    public TimeSpan Answer(TimeSpan timeout) => AtLeast(timeout, _answerTimeout);

    // A second on the clock is longer by the speed in the stack's time.
    private TimeSpan AtLeast(TimeSpan time, TimeSpan onClock) => speed > 1 && time < onClock * speed ? onClock * speed : time;
}
