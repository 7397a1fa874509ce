using Pulumi;

namespace KedaStack.Resources.Preview;

/// <summary>Sees every resource with its options; mocks see the inputs only.</summary>
internal sealed class ResourceRecorder
{
    private readonly Lock _lock = new();
    private readonly List<(Resource Resource, ResourceOptions Options)> _resources = [];

    /// <summary>The resources, in the order in which the program makes them.</summary>
    public IReadOnlyList<(Resource Resource, ResourceOptions Options)> Resources => _resources;

    /// <summary>A resource transformation that changes nothing.</summary>
    public ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        lock (_lock)
        {
            _resources.Add((args.Resource, args.Options));
        }

        return null;
    }
}
