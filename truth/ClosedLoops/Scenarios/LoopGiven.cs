namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>What a simulation of a loop is given of its load and of chance; each has all of the one before.</summary>
public enum LoopGiven
{
    /// <summary>The script of the load; when it is handed out is drawn, as is all that chance decides.</summary>
    Script,

    /// <summary>The load as it was handed out: in lots at known moments, as the counter of all offered requests shows.</summary>
    Load,

    /// <summary>Also which of several pods of about one age a ReplicaSet took away, which follows from random UIDs.</summary>
    LoadAndRemovals,
}
