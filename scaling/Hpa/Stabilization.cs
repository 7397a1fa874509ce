namespace KedaStack.Scaling.Hpa;

/// <summary>
/// The stabilization windows: the log of unlimited proposals bounds the next count. Both functions store the proposal.
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
        var highest = proposal;
        var obsolete = -1;
        var cutoff = nowMilliseconds - windowMilliseconds;
        var entries = log.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].TimestampMilliseconds < cutoff)
            {
                obsolete = i;
            }
            else
            {
                highest = Math.Max(highest, entries[i].Replicas);
            }
        }

        log.Store(obsolete, nowMilliseconds, proposal);
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
        var lowest = proposal;
        var highest = proposal;
        var obsolete = -1;
        var upCutoff = nowMilliseconds - scaleUpWindowMilliseconds;
        var downCutoff = nowMilliseconds - scaleDownWindowMilliseconds;
        var entries = log.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            var time = entries[i].TimestampMilliseconds;
            if (time > upCutoff)
            {
                lowest = Math.Min(lowest, entries[i].Replicas);
            }

            if (time > downCutoff)
            {
                highest = Math.Max(highest, entries[i].Replicas);
            }

            if (time < upCutoff && time < downCutoff)
            {
                obsolete = i;
            }
        }

        var replicas = accounting switch
        {
            ScaleEventAccounting.BothDirections => Math.Min(Math.Max(currentReplicas, lowest), highest),
            ScaleEventAccounting.SameDirection => proposal >= currentReplicas ? lowest : highest,
            _ => throw new ArgumentOutOfRangeException(nameof(accounting), accounting, "The accounting must be one of the enumeration."),
        };
        log.Store(obsolete, nowMilliseconds, proposal);
        return new StabilizationStage(
            proposal, currentReplicas, true, scaleUpWindowMilliseconds, scaleDownWindowMilliseconds, lowest, highest, replicas);
    }
}
