namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>What a pod does; up to <see cref="Ready"/> the ReplicaSet counts it.</summary>
internal enum PodState
{
    /// <summary>Created, without a node.</summary>
    Pending,

    /// <summary>On a node, but does not listen yet for the first time.</summary>
    Starting,

    /// <summary>Crashed, and does not listen yet again.</summary>
    Down,

    /// <summary>Listens, but is not Ready.</summary>
    Listening,

    /// <summary>Ready: gets its share of the load.</summary>
    Ready,

    /// <summary>Removed, but still on its node.</summary>
    Terminating,

    /// <summary>Gone; only its samples are left.</summary>
    Gone,
}
