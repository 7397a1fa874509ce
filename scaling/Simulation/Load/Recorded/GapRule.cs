namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>What a recording means where it has nothing: a row without a load, or rows that are missing.</summary>
public enum GapRule
{
    /// <summary>It is an error: nobody knows what came.</summary>
    Refuse,

    /// <summary>The load stays as it was before; 0 at the beginning.</summary>
    Hold,

    /// <summary>No load came.</summary>
    Zero,
}
