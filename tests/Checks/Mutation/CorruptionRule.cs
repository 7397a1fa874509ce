using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Mutation;

/// <summary>Properties that break a deployment when they go wrong; each property that matches and each change is a corruption.</summary>
/// <param name="Resources">Kind and name, <c>Service/sample-app</c>; <c>Service/*</c> for all of the kind, <c>*</c> for all objects of Kubernetes.</param>
/// <param name="Path">The property; <c>[*]</c> stands for each item of a list.</param>
/// <param name="Why">What breaks.</param>
/// <param name="Changes">The ways in which it goes wrong.</param>
internal sealed record CorruptionRule(string Resources, string Path, string Why, params Change[] Changes)
{
    /// <summary>The variant of the stack.</summary>
    public string Stack { get; init; } = PreviewedStacks.Default;

    /// <summary>The corruptions.</summary>
    public IEnumerable<Corruption> Expand()
    {
        var stack = PreviewedStacks.Of(Stack);
        return from resource in stack.Resources.Where(one => !one.IsComponent && IsMeant(one))
               let name = $"{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]}/{resource.Name}"
               from path in Paths(resource.Inputs, Path)
               from change in Changes
               where change.Applies(StackEdits.Get(resource.Inputs, path))
               select new Corruption(Stack, $"{name} {path} {change.Name}", Why, changed => change.Make(changed, name, path));
    }

    private bool IsMeant(GraphResource resource)
    {
        var kind = resource.Type[(resource.Type.LastIndexOf(':') + 1)..];
        return Resources switch
        {
            "*" => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && !resource.Type.Contains("helm.sh", StringComparison.Ordinal),
            [.., '/', '*'] => kind == Resources[..^2],
            _ => $"{kind}/{resource.Name}" == Resources,
        };
    }

    private static IEnumerable<string> Paths(JsonObject inputs, string path)
    {
        var star = path.IndexOf("[*]", StringComparison.Ordinal);
        if (star < 0)
        {
            return [path];
        }

        var count = (StackEdits.Get(inputs, path[..star]) as JsonArray)?.Count ?? 0;
        return Enumerable.Range(0, count).SelectMany(i => Paths(inputs, $"{path[..star]}[{i}]{path[(star + 3)..]}"));
    }
}
