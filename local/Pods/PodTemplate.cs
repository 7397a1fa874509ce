namespace KedaStack.Local.Pods;

/// <summary>The pods of the Deployment as far as a process on this machine can follow them.</summary>
public sealed record PodTemplate
{
    /// <summary>The name of the Deployment; also that of its Service, which is the label <c>job</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The name of the port that is scraped, which is the label <c>endpoint</c>.</summary>
    public required string PortName { get; init; }

    /// <summary>The file name of the script; it ends in <c>.py</c>.</summary>
    public required string ScriptName { get; init; }

    /// <summary>The script.</summary>
    public required string Script { get; init; }

    /// <summary>The container's environment. PORT, HOST and STOP_ON_STDIN_EOF are replaced.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The startup probe; the others wait for it.</summary>
    /// <value>Null: the process has started when it runs.</value>
    public HttpProbe? Startup { get; init; }

    /// <summary>The readiness probe.</summary>
    /// <value>Null: Ready once started.</value>
    public HttpProbe? Readiness { get; init; }

    /// <summary>The liveness probe.</summary>
    /// <value>Null: only the end of the process restarts it.</value>
    public HttpProbe? Liveness { get; init; }

    /// <summary>How long a terminating replica still serves before SIGTERM, within the grace period.</summary>
    public required TimeSpan PreStopDelay { get; init; }

    /// <summary>How long a replica may take to end, the delay before SIGTERM included.</summary>
    public required TimeSpan TerminationGracePeriod { get; init; }
}

/// <summary>A probe of a container (core/v1 Probe with httpGet).</summary>
public sealed record HttpProbe
{
    /// <summary>The path that is asked; an answer from 200 to 399 is a success.</summary>
    public required string Path { get; init; }

    /// <summary>The time between two probes.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>How long an answer may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The failures in a row after which something is done.</summary>
    public required int FailureThreshold { get; init; }
}
