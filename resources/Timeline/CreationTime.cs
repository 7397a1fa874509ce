namespace KedaStack.Resources.Timeline;

/// <summary>How long Azure, the cluster or a hook takes to create one resource.</summary>
/// <param name="Shortest">The shortest usual time.</param>
/// <param name="Longest">The longest usual time.</param>
/// <param name="Source">Where the times are from; begins with <c>estimate</c> where nobody published any.</param>
internal sealed record CreationTime(TimeSpan Shortest, TimeSpan Longest, string Source)
{
    /// <summary>The middle of both, in whole seconds.</summary>
    public TimeSpan Typical => TimeSpan.FromSeconds(Math.Round((Shortest + Longest).TotalSeconds / 2));

    /// <summary>A time that follows, such as that of a hook.</summary>
    public CreationTime Plus(TimeSpan time) => this with { Shortest = Shortest + time, Longest = Longest + time };
}
