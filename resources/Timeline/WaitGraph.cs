using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;

namespace KedaStack.Resources.Timeline;

/// <summary>
/// What each resource waits for before the engine begins to create it: outputs in its inputs, explicit dependencies (a
/// component stands for all that it groups), its provider, its parent and the resource that it is deleted with.
/// </summary>
internal sealed class WaitGraph
{
    private readonly Dictionary<string, IReadOnlyList<GraphResource>> _waits;

    private WaitGraph(Dictionary<string, IReadOnlyList<GraphResource>> waits) => _waits = waits;

    /// <summary>Runs the stack's program once more to see who waits for whom.</summary>
    /// <param name="request">What was previewed.</param>
    /// <param name="stack">The preview.</param>
    public static async Task<WaitGraph> OfAsync(PreviewRequest request, ResourceGraph stack)
    {
        var mocks = new MarkingMocks(request.CreateMocks());
        await StackPreviewer.RunProgramAsync(request, mocks, new ResourceRecorder());
        var byUrn = stack.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var byName = stack.Resources.ToDictionary(resource => (resource.Type, resource.Name));
        var children = stack.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        return new WaitGraph(stack.Resources.ToDictionary(
            resource => resource.Urn,
            resource => (IReadOnlyList<GraphResource>)
            [
                .. mocks.MakersOfInputs(resource.Type, resource.Name).Select(maker => byName[maker])
                    .Concat(resource.Options.DependsOn.SelectMany(urn => WithChildren(byUrn[urn], children)))
                    .Concat(new[] { resource.Provider, resource.Parent, resource.Options.DeletedWith }
                        .OfType<string>().Select(urn => byUrn[urn]))
                    .Distinct(),
            ],
            StringComparer.Ordinal));
    }

    /// <summary>What a resource waits for itself, not through others.</summary>
    public IReadOnlyList<GraphResource> Direct(GraphResource resource) => _waits[resource.Urn];

    /// <summary>What a resource waits for, directly or through others.</summary>
    public IReadOnlySet<GraphResource> All(GraphResource resource)
    {
        var seen = new HashSet<GraphResource>();
        var open = new Stack<GraphResource>(Direct(resource));
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var further in Direct(next))
                {
                    open.Push(further);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<GraphResource> WithChildren(
        GraphResource resource, ILookup<string?, GraphResource> children) =>
        resource.IsComponent
            ? children[resource.Urn].SelectMany(child => WithChildren(child, children)).Prepend(resource)
            : [resource];
}
