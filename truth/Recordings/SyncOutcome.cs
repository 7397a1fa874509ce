namespace KedaStack.Truth.Recordings;

/// <summary>What a sync of the HPA came to.</summary>
public enum SyncOutcome
{
    /// <summary>The count stayed.</summary>
    Kept,

    /// <summary>Another count was written.</summary>
    Rescaled,

    /// <summary>The metrics gave no count.</summary>
    Failed,
}
