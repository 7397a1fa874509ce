namespace KedaStack.Scaling.Tuning;

/// <summary>Why a search ended.</summary>
public enum TuningEnd
{
    /// <summary>All candidates that were asked for were tried.</summary>
    Complete,

    /// <summary>There are no more different settings to try.</summary>
    Exhausted,

    /// <summary>The time was over.</summary>
    Budget,

    /// <summary>It was told to stop.</summary>
    Interrupted,
}
