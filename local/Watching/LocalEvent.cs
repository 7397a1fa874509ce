namespace KedaStack.Local.Watching;

/// <summary>Something that happened, as <c>kubectl get events</c> tells it.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Time">When, in the stack's time; 0 while the run starts.</param>
/// <param name="IsWarning">Whether something is wrong.</param>
/// <param name="Subject">What it is about: a pod, the HPA, <c>load</c>, <c>prometheus</c>.</param>
/// <param name="Reason">One word for machines: <c>Started</c>, <c>Unhealthy</c>, <c>BackOff</c>, <c>SuccessfulRescale</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record LocalEvent(int Number, TimeSpan Time, bool IsWarning, string Subject, string Reason, string Message)
{
    /// <summary>The reason of a new replica count, which is also among the decisions.</summary>
    public const string Rescale = "SuccessfulRescale";
}
