namespace KedaStack.Local.Pods;

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
