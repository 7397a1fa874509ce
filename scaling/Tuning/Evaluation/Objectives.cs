namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>What settings are judged by; less is better for each.</summary>
/// <param name="UnmetRequests">The requests that came above the capacity of the Ready pods.</param>
/// <param name="ReplicaHours">The hours of all pods.</param>
/// <param name="Flaps">The decisions that undo the direction of the one before within 10 minutes.</param>
public readonly record struct Objectives(decimal UnmetRequests, decimal ReplicaHours, decimal Flaps)
{
    /// <summary>Whether this is nowhere worse and somewhere better.</summary>
    /// <param name="other">What it is compared with.</param>
    public bool Dominates(Objectives other) =>
        UnmetRequests <= other.UnmetRequests && ReplicaHours <= other.ReplicaHours && Flaps <= other.Flaps && this != other;
}
