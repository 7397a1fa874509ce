using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Timeline;

/// <summary>One resource on the timeline of <c>pulumi up</c>.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Time">How long it takes.</param>
/// <param name="Start">When it begins, with usual times.</param>
/// <param name="After">The last thing that it waits for; null when it begins at once.</param>
internal sealed record TimelineStep(GraphResource Resource, CreationTime Time, TimeSpan Start, GraphResource? After)
{
    /// <summary>When it is there, with usual times.</summary>
    public TimeSpan End => Start + Time.Typical;
}
