using KedaStack.Local.Processes;
using KedaStack.Local.Service;
using KedaStack.Local.Watching;

namespace KedaStack.Local.Pods;

/// <summary>What all replicas share.</summary>
internal sealed record PodWorld
{
    /// <summary>What they are.</summary>
    public required PodTemplate Template { get; init; }

    /// <summary>Where their processes are started.</summary>
    public required ProcessHost Host { get; init; }

    /// <summary>The path of the script.</summary>
    public required string ScriptPath { get; init; }

    /// <summary>The stack's clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>What this machine cannot do faster.</summary>
    public required MachinePace Pace { get; init; }

    /// <summary>The Service.</summary>
    public required ServiceForwarder Service { get; init; }

    /// <summary>Sends the probes.</summary>
    public required ProbeClient Probes { get; init; }

    /// <summary>Told of what happens.</summary>
    public required RunLog Log { get; init; }
}
