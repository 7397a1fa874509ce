namespace KedaStack.Local;

/// <summary>Why a run ended.</summary>
public enum LocalRunEnd
{
    /// <summary>Its duration was over.</summary>
    Finished,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
