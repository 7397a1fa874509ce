using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;
using KedaStack.Resources.Timeline;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Timeline;

/// <summary>The dev stack with other settings, and who waits for whom in it.</summary>
internal static class Timelines
{
    public static async Task<(PreviewRequest Request, ResourceGraph Stack)> PreviewAsync(params string[] overrides)
    {
        var request = PreviewRequest.Of(StackConfiguration.Load(RepositoryRoot.Path, "dev", overrides));
        return (request, await StackPreviewer.RunAsync(request));
    }

    public static async Task<DeploymentTimeline> OfAsync(params string[] overrides)
    {
        var (request, stack) = await PreviewAsync(overrides);
        return await DeploymentTimeline.OfAsync(request, stack);
    }

    /// <summary>By resource, as <c>Kind name</c>: all that it waits for, components left out.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> WaitsAsync(params string[] overrides)
    {
        var (request, stack) = await PreviewAsync(overrides);
        var graph = await WaitGraph.OfAsync(request, stack);
        return stack.Resources.Where(resource => !resource.IsComponent).ToDictionary(
            Name,
            resource => (IReadOnlySet<string>)graph.All(resource).Where(wait => !wait.IsComponent).Select(Name).ToHashSet());
    }

    public static string Name(GraphResource resource) =>
        $"{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]} {resource.Name}";
}
