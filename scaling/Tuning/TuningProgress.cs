namespace KedaStack.Scaling.Tuning;

/// <summary>How far a search is.</summary>
/// <param name="Candidates">How many candidates were tried.</param>
/// <param name="IsFinishing">Whether the search is over and the best are run again.</param>
/// <param name="Share">How much of the work or of the time is over; 0 to 1.</param>
public readonly record struct TuningProgress(int Candidates, bool IsFinishing, double Share);
