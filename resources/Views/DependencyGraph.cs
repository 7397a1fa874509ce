using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Views;

/// <summary>
/// What has to be there before what, and so has to go after it: explicit dependencies, providers and the outputs
/// in inputs. A dependency by an output whose value the preview knows, such as the name of a namespace, is not seen.
/// </summary>
/// <param name="all">All resources, components too.</param>
/// <param name="stack">The stack.</param>
internal sealed class DependencyGraph(IReadOnlyList<GraphResource> all, StackView stack)
{
    /// <summary>Whether one resource needs another, directly or through others.</summary>
    public bool Needs(GraphResource resource, GraphResource needed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { resource.Urn };
        var open = new Queue<GraphResource>([resource]);
        while (open.TryDequeue(out var current))
        {
            foreach (var next in Direct(current))
            {
                if (next.Urn == needed.Urn)
                {
                    return true;
                }

                if (seen.Add(next.Urn))
                {
                    open.Enqueue(next);
                }
            }
        }

        return false;
    }

    private IEnumerable<GraphResource> Direct(GraphResource resource)
    {
        var explicitly = resource.Options.DependsOn
            .SelectMany(urn => stack.OfUrn(urn) is { } needed ? WithChildren(needed) : []);
        var byInputs = resource.References.Values
            .SelectMany(references => references)
            .Select(reference => stack.Resolve(reference)?.Resource);
        return explicitly.Concat(byInputs).Append(stack.OfUrn(resource.Provider)).OfType<GraphResource>();
    }

    /// <summary>Whoever depends on a component depends on all that it groups.</summary>
    private IEnumerable<GraphResource> WithChildren(GraphResource resource) =>
        resource.IsComponent
            ? all.Where(child => child.Parent == resource.Urn).SelectMany(WithChildren).Prepend(resource)
            : [resource];
}
