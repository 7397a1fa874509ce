using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using TheStack = KedaStack.Infra.KedaStack;

namespace KedaStack.Tests.Infra.Running;

/// <summary>One run of the real program under mocks.</summary>
internal sealed class StackRun
{
    private readonly Dictionary<string, StackResource> _byLabel;

    private StackRun(
        Mock<IMocks> mocks, IReadOnlyList<StackResource> resources, IReadOnlyDictionary<string, StackOutput> outputs)
    {
        Mocks = mocks;
        Resources = resources;
        Outputs = outputs;
        _byLabel = resources.ToDictionary(resource => resource.Label);
    }

    /// <summary>The mocks, to ask what they were asked.</summary>
    public Mock<IMocks> Mocks { get; }

    /// <summary>The resources, components and the provider included.</summary>
    public IReadOnlyList<StackResource> Resources { get; }

    /// <summary>The outputs by name.</summary>
    public IReadOnlyDictionary<string, StackOutput> Outputs { get; }

    /// <summary>The function calls.</summary>
    public IEnumerable<MockCallArgs> Calls => Mocks.Invocations.SelectMany(invocation => invocation.Arguments).OfType<MockCallArgs>();

    /// <summary>The resource with a label such as <c>ManagedCluster aks</c>.</summary>
    public StackResource this[string label] => _byLabel[label];

    /// <summary>Whether there is such a resource.</summary>
    public bool Has(string label) => _byLabel.ContainsKey(label);

    /// <summary>The resources whose type token ends with <c>:</c> and this word.</summary>
    public IEnumerable<StackResource> OfKind(string kind) =>
        Resources.Where(resource => resource.Type.EndsWith($":{kind}", StringComparison.Ordinal));

    /// <summary>Updates a stack.</summary>
    public static Task<StackRun> UpdateAsync(StackSettings settings, string stack = "dev") =>
        RunAsync(settings, stack, AzureMocks.Update(settings.Keda.Installation == KedaInstallation.AddOn), isPreview: false);

    /// <summary>Previews a stack of which nothing exists.</summary>
    public static Task<StackRun> FirstPreviewAsync(StackSettings settings) =>
        RunAsync(settings, "dev", AzureMocks.FirstPreview(settings.Keda.Installation == KedaInstallation.AddOn), isPreview: true);

    /// <summary>Runs the program; <paramref name="end"/> is told why it ends, where it does.</summary>
    public static async Task<StackRun> RunAsync(
        StackSettings settings, string stack, Mock<IMocks> mocks, bool isPreview, Action<string>? end = null)
    {
        var seen = new ConcurrentQueue<ResourceTransformationArgs>();
        var options = new TestOptions { IsPreview = isPreview, ProjectName = "kedastack", StackName = stack };
        var (_, outputs) = await Deployment.TestAsync(mocks.Object, options, () => new TheStack(
            "kedastack",
            settings,
            new ComponentResourceOptions { ResourceTransformations = { args => Record(seen, args) } },
            end: end).Outputs.ToDictionary());
        return new StackRun(mocks, await ResourcesAsync(seen, mocks), await OutputsAsync(outputs));
    }

    private static ResourceTransformationResult? Record(
        ConcurrentQueue<ResourceTransformationArgs> seen, ResourceTransformationArgs args)
    {
        seen.Enqueue(args);
        return null;
    }

    private static async Task<IReadOnlyList<StackResource>> ResourcesAsync(
        IEnumerable<ResourceTransformationArgs> seen, Mock<IMocks> mocks)
    {
        var registrations = mocks.Invocations
            .SelectMany(invocation => invocation.Arguments)
            .OfType<MockResourceArgs>()
            .ToDictionary(registration => (registration.Type!, registration.Name!));
        var resources = new List<StackResource>();
        foreach (var (resource, options) in seen.Select(args => (args.Resource, args.Options)))
        {
            var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
            var dependsOn = await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput());
            resources.Add(new StackResource
            {
                Type = type,
                Name = name,
                Parent = options.Parent is { } parent ? Label(parent) : null,
                Registration = registrations[(type, name)],
                Inputs = (JsonObject)PropertyBag.ToJson(registrations[(type, name)].Inputs)!,
                Options = options,
                DependsOn = dependsOn.IsDefault ? [] : [.. dependsOn.Select(Label).Distinct().Order(StringComparer.Ordinal)],
                DeletedWith = options.DeletedWith is { } owner ? Label(owner) : null,
            });
        }

        return resources;
    }

    private static async Task<IReadOnlyDictionary<string, StackOutput>> OutputsAsync(IDictionary<string, object?> outputs)
    {
        var values = new Dictionary<string, StackOutput>();
        foreach (var (name, value) in outputs)
        {
            values[name] = value is Output<string> output
                ? new StackOutput(await OutputUtilities.GetValueAsync(output), await Output.IsSecretAsync(output))
                : new StackOutput((string?)value, IsSecret: false);
        }

        return values;
    }

    private static string Label(Resource resource)
    {
        var type = resource.GetResourceType();
        return $"{type[(type.LastIndexOf(':') + 1)..]} {resource.GetResourceName()}";
    }
}
