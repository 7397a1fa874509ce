using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>A stack as checks look at it.</summary>
/// <param name="stack">The stack.</param>
internal sealed class StackView(ResourceGraph stack)
{
    private readonly Dictionary<string, GraphResource> _byUrn =
        stack.Resources.Concat(stack.Given.Objects).ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    private readonly ILookup<string, GraphResource> _byType =
        stack.Resources.Concat(stack.Given.Objects).Where(resource => !resource.IsComponent).ToLookup(resource => resource.Type, StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _labels = new(StringComparer.Ordinal);

    private IReadOnlyList<PodGroup>? _pods;
    private IReadOnlyList<ScrapeTarget>? _scrapeTargets;
    private IReadOnlyList<KedaTrigger>? _triggers;
    private IReadOnlyList<PrometheusTrigger>? _prometheusTriggers;
    private ILookup<(string Namespace, string Name), PodGroup>? _podsByOwner;
    private ILookup<ScaledTarget, GraphResource>? _scalers;
    private ILookup<string, GraphResource>? _services;
    private ILookup<string, PodGroup>? _podsByNamespace;
    private IReadOnlyList<TriggerSelector>? _selectors;
    private KedaView? _keda;

    /// <summary>What is known about the files that it was read from; null for a stack.</summary>
    public FileFacts? Files => stack.Files;

    /// <summary>The resources, without the components that only group them.</summary>
    public IReadOnlyList<GraphResource> Resources { get; } = [.. stack.Resources.Concat(stack.Given.Objects).Where(resource => !resource.IsComponent)];

    /// <summary>What the stack builds on and does not make.</summary>
    public GivenParts Given => stack.Given;

    /// <summary>The Kubernetes objects, Helm releases among them.</summary>
    public IEnumerable<GraphResource> Objects =>
        Resources.Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));

    /// <summary>The pods that the stack makes.</summary>
    public IReadOnlyList<PodGroup> Pods => _pods ??= PodGroup.All(this);

    /// <summary>The selectors of all triggers that scale pods of the stack; none of a query that cannot be read.</summary>
    public IReadOnlyList<TriggerSelector> TriggerSelectors => _selectors ??= [.. TriggerSelector.All(this)];

    /// <summary>Whether a trigger asks an Azure Monitor workspace by its address.</summary>
    public bool AsksAzureMonitor => PrometheusTriggers.Any(trigger => trigger.Metadata("serverAddress")?.Contains(".prometheus.monitor.azure.", StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>The ServiceMonitors that are read; of files without a trigger on Azure Monitor those of the Prometheus operator, too.</summary>
    public IEnumerable<GraphResource> ServiceMonitors => Monitors(ResourceTypes.ServiceMonitor, ResourceTypes.OtherServiceMonitor);

    /// <summary>The PodMonitors that are read, likewise.</summary>
    public IEnumerable<GraphResource> PodMonitors => Monitors(ResourceTypes.PodMonitor, ResourceTypes.OtherPodMonitor);

    /// <summary>What is scraped for whom.</summary>
    public IReadOnlyList<ScrapeTarget> ScrapeTargets => _scrapeTargets ??= ScrapeTarget.All(this);

    /// <summary>The triggers of all ScaledObjects; those that ask Prometheus are a <see cref="PrometheusTrigger"/>.</summary>
    public IReadOnlyList<KedaTrigger> Triggers => _triggers ??= [.. OfType(ResourceTypes.ScaledObject).SelectMany(KedaTrigger.Of)];

    /// <summary>Those that ask Prometheus.</summary>
    public IReadOnlyList<PrometheusTrigger> PrometheusTriggers => _prometheusTriggers ??= [.. Triggers.OfType<PrometheusTrigger>()];

    /// <summary>Where KEDA comes from and what it runs as.</summary>
    public KedaView Keda => _keda ??= new(this);

    /// <summary>What has to be there before what.</summary>
    public DependencyGraph Dependencies => new(stack.Resources, this);

    /// <summary>The resources of a type.</summary>
    public IEnumerable<GraphResource> OfType(string type) => _byType[type];

    /// <summary>The Services of a namespace.</summary>
    public IEnumerable<GraphResource> ServicesIn(string ns) => (_services ??= OfType(ResourceTypes.Service).ToLookup(service => service.Namespace()))[ns];

    /// <summary>The pods of a namespace.</summary>
    public IEnumerable<PodGroup> PodsIn(string ns) => (_podsByNamespace ??= Pods.ToLookup(pods => pods.Namespace))[ns];

    /// <summary>The labels of an object.</summary>
    public IReadOnlyDictionary<string, string> LabelsOf(GraphResource resource)
    {
        if (!_labels.TryGetValue(resource.Urn, out var labels))
        {
            _labels[resource.Urn] = labels = resource.Labels();
        }

        return labels;
    }

    /// <summary>A Kubernetes object.</summary>
    public GraphResource? Find(string type, string ns, string? name) =>
        OfType(type).FirstOrDefault(resource => resource.Namespace() == ns && resource.ObjectName() == name);

    /// <summary>The resource of a URN.</summary>
    public GraphResource? OfUrn(string? urn) => urn is null ? null : _byUrn.GetValueOrDefault(urn);

    /// <summary>The output that a whole text stands for; null for a text that is not one token of a resource of the stack.</summary>
    public OutputReference? Reference(string? text) =>
        text is not null && ReferenceToken.FindAll(text).FirstOrDefault() is { } reference && text == ReferenceToken.Create(reference)
            ? Resolve(reference)
            : null;

    /// <summary>The resource and the output of a bare reference; null for one that no resource of the stack makes.</summary>
    public OutputReference? Resolve(string reference) => Resources
        .Where(resource => reference.StartsWith($"{resource.Name}.", StringComparison.Ordinal))
        // A name may be the beginning of another one, and Azure resources are the ones with outputs that matter.
        .OrderByDescending(resource => resource.Name.Length)
        .ThenBy(resource => resource.Type.StartsWith("azure-native:", StringComparison.Ordinal) ? 0 : 1)
        .Select(resource => new OutputReference(resource, reference[(resource.Name.Length + 1)..]))
        .FirstOrDefault();

    /// <summary>The resource of a type whose output a text stands for.</summary>
    public GraphResource? Referenced(string? text, string type, string output) =>
        Reference(text) is { } reference && reference.Resource.Type == type && reference.Path == output ? reference.Resource : null;

    /// <summary>The HorizontalPodAutoscalers and then the ScaledObjects of a target.</summary>
    public IEnumerable<GraphResource> ScalersOf(ScaledTarget target) =>
        (_scalers ??= OfType(ResourceTypes.Autoscaler).Concat(OfType(ResourceTypes.ScaledObject)).ToLookup(ScaledTarget.Of))[target];

    /// <summary>The pods that a ScaledObject scales.</summary>
    public PodGroup? TargetOf(GraphResource scaledObject)
    {
        var kind = scaledObject.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment";
        _podsByOwner ??= Pods.ToLookup(pods => (pods.Namespace, pods.Owner.ObjectName()));
        return _podsByOwner[(scaledObject.Namespace(), scaledObject.Inputs.Text("spec.scaleTargetRef.name") ?? "")]
            .FirstOrDefault(pods => pods.Owner.Type.EndsWith($":{kind}", StringComparison.Ordinal));
    }

    private IEnumerable<GraphResource> Monitors(string type, string other) =>
        (Files is not null || Given.HasPrometheus) && !AsksAzureMonitor ? OfType(type).Concat(OfType(other)) : OfType(type);
}
