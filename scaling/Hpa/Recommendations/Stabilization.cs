using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Hpa.Recommendations;

/// <summary>
/// The stabilization windows: the log of unlimited proposals bounds the next count. Both functions store the proposal, and
/// expect of one log that time and windows only move forward.
/// </summary>
public static class Stabilization
{
    /// <summary>
    /// Without behavior (stabilizeRecommendation): the highest proposal of the window. Entries exactly as old as the
    /// window count.
    /// </summary>
    /// <param name="log">The log; gets the proposal.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="windowMilliseconds">The controller's scale-down stabilization.</param>
    public static StabilizationStage WithoutBehavior(
        RecommendationLog log, long nowMilliseconds, int currentReplicas, int proposal, long windowMilliseconds)
    {
        var cutoff = nowMilliseconds - windowMilliseconds;
        var highest = log.Highest(cutoff, proposal);
        log.Store(cutoff, nowMilliseconds, proposal);
        return new StabilizationStage(proposal, currentReplicas, false, 0, windowMilliseconds, proposal, highest, highest);
    }

    /// <summary>
    /// With behavior (stabilizeRecommendationWithBehaviors): the current count, moved no further than to the lowest
    /// proposal of the window upwards and the highest of the window downwards. Entries exactly as old as a window do
    /// not count.
    /// </summary>
    /// <param name="log">The log; gets the proposal.</param>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="currentReplicas">The current replicas.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="scaleUpWindowMilliseconds">The window upwards.</param>
    /// <param name="scaleDownWindowMilliseconds">The window downwards.</param>
    /// <param name="accounting">Which controller's rule.</param>
    public static StabilizationStage WithBehavior(
        RecommendationLog log,
        long nowMilliseconds,
        int currentReplicas,
        int proposal,
        long scaleUpWindowMilliseconds,
        long scaleDownWindowMilliseconds,
        ScaleEventAccounting accounting = ScaleEventAccounting.BothDirections)
    {
        var upCutoff = nowMilliseconds - scaleUpWindowMilliseconds;
        var downCutoff = nowMilliseconds - scaleDownWindowMilliseconds;
        var lowest = log.Lowest(upCutoff + 1, proposal);
        var highest = log.Highest(downCutoff + 1, proposal);
        var replicas = accounting switch
        {
            ScaleEventAccounting.BothDirections => Math.Min(Math.Max(currentReplicas, lowest), highest),
            ScaleEventAccounting.SameDirection => proposal >= currentReplicas ? lowest : highest,
            _ => throw new ArgumentOutOfRangeException(nameof(accounting), accounting, "The accounting must be one of the enumeration."),
        };
        log.Store(Math.Min(upCutoff, downCutoff), nowMilliseconds, proposal);
        return new StabilizationStage(
            proposal, currentReplicas, true, scaleUpWindowMilliseconds, scaleDownWindowMilliseconds, lowest, highest, replicas);
    }
}
