using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;

namespace KedaStack.Resources.Timeline;

/// <summary>
/// When <c>pulumi up</c> creates what, on an empty subscription and with as many creations at once as there can be.
/// </summary>
internal sealed class DeploymentTimeline
{
    private static readonly string[] _measured =
    [
        "kubernetes:apps/v1:Deployment",
        "kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor",
        "azure-native:monitor:DataCollectionRuleAssociation",
    ];

    private readonly Dictionary<string, TimelineStep> _byUrn;

    private DeploymentTimeline(Dictionary<string, TimelineStep> byUrn, TimeSpan shortest, TimeSpan longest)
    {
        _byUrn = byUrn;
        (Shortest, Longest) = (shortest, longest);
        Steps = [.. byUrn.Values
            .Where(step => step.Time.Longest > TimeSpan.Zero)
            .OrderBy(step => step.Start)
            .ThenByDescending(step => step.End)
            .ThenBy(step => step.Resource.Urn, StringComparer.Ordinal)];
    }

    /// <summary>All resources that take time, in the order in which they begin.</summary>
    public IReadOnlyList<TimelineStep> Steps { get; }

    /// <summary>The whole time if everything takes its shortest usual time.</summary>
    public TimeSpan Shortest { get; }

    /// <summary>The whole time with usual times.</summary>
    public TimeSpan Typical => Steps.Max(step => step.End);

    /// <summary>The whole time if everything takes its longest usual time.</summary>
    public TimeSpan Longest { get; }

    /// <summary>The steps of which each waits for the one before, and of which any delay delays the whole.</summary>
    public IReadOnlyList<TimelineStep> CriticalPath
    {
        get
        {
            var path = new List<TimelineStep>();
            for (var step = Steps.First(last => last.End == Typical); step is not null;)
            {
                if (step.Time.Longest > TimeSpan.Zero)
                {
                    path.Add(step);
                }

                step = step.After is { } before ? _byUrn[before.Urn] : null;
            }

            path.Reverse();
            return path;
        }
    }

    /// <summary>When the query has its first value, with usual times.</summary>
    public TimeSpan FirstValue => CreationTimes.FirstValue.Typical
        + Steps.Where(step => _measured.Contains(step.Resource.Type)).Select(step => step.End).DefaultIfEmpty().Max();

    /// <summary>The timeline of a stack.</summary>
    /// <param name="request">What was previewed.</param>
    /// <param name="stack">The preview.</param>
    public static async Task<DeploymentTimeline> OfAsync(PreviewRequest request, ResourceGraph stack)
    {
        var graph = await WaitGraph.OfAsync(request, stack);
        var times = stack.Resources.ToDictionary(
            resource => resource.Urn,
            resource => CreationTimes.Of(resource, request.Settings.Keda.CredentialPropagation),
            StringComparer.Ordinal);
        return new DeploymentTimeline(
            Schedule(stack, graph, times, time => time.Typical),
            Schedule(stack, graph, times, time => time.Shortest).Values.Max(step => step.Start + step.Time.Shortest),
            Schedule(stack, graph, times, time => time.Longest).Values.Max(step => step.Start + step.Time.Longest));
    }

    private static Dictionary<string, TimelineStep> Schedule(
        ResourceGraph stack, WaitGraph graph, Dictionary<string, CreationTime> times, Func<CreationTime, TimeSpan> taken)
    {
        var steps = new Dictionary<string, TimelineStep>(StringComparer.Ordinal);
        foreach (var resource in stack.Resources)
        {
            Place(resource);
        }

        return steps;

        TimelineStep Place(GraphResource resource)
        {
            if (!steps.TryGetValue(resource.Urn, out var step))
            {
                var last = graph.Direct(resource).Select(Place)
                    .OrderByDescending(wait => wait.Start + taken(wait.Time))
                    .ThenBy(wait => wait.Resource.Urn, StringComparer.Ordinal)
                    .FirstOrDefault();
                step = new TimelineStep(
                    resource, times[resource.Urn], last is null ? TimeSpan.Zero : last.Start + taken(last.Time), last?.Resource);
                steps[resource.Urn] = step;
            }

            return step;
        }
    }
}

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
