using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Resources.Workloads;

/// <summary>The ScaledObject that is explained, and where it is from.</summary>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Kind">What it is from: <c>stack</c> or <c>scaledObject</c>.</param>
/// <param name="Name">The stack's name, or the file.</param>
/// <param name="Selection">The series that its query is about; null where that is not known.</param>
internal sealed record ExplainSource(ScaledObject ScaledObject, string Kind, string Name, RequestRateQuery? Selection)
{
    private const string Stack = "stack";

    /// <summary>The versions whose rules it follows.</summary>
    public StackVersions Versions { get; private init; } = StackVersions.Default;

    /// <summary>What is left out of it and what is followed, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>The unit of its values, with a blank before it; empty where it is not known.</summary>
    public string Unit => Kind == Stack ? " req/s" : "";

    /// <summary>The address that it holds; null for none.</summary>
    public string? ServerAddress => ScaledObject.PrometheusTrigger.ServerAddress is { Length: > 0 } address ? address : null;

    /// <summary>The replicas that are there at least while it is in use.</summary>
    public int LeastReplicas => Math.Max(1, ScaledObject.MinReplicaCount ?? ScaledObject.DefaultHpaMinReplicas);

    /// <summary>That of a stack's settings.</summary>
    public static ExplainSource OfStack(string stack, StackSettings settings)
    {
        var cluster = new ResourceNames(settings, stack).ClusterLabel;
        var query = SampleAppMonitor.Query(cluster, settings.Workload.Namespace, settings.Scaling.Window);
        var scaledObject = settings.Scaling.ToScaledObject(SampleApp.AppName, settings.Workload.Namespace, query.ToString(), "");
        var versions = StackVersions.Of(settings);
        return new ExplainSource(scaledObject, Stack, stack, query) { Versions = versions, Notes = versions.Notes };
    }

    /// <summary>That of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scaledObject">The ScaledObject, with the trigger that is explained.</param>
    /// <param name="otherTriggers">Its other triggers, each with its place and type.</param>
    public static ExplainSource OfFile(string file, ScaledObject scaledObject, IReadOnlyList<string> otherTriggers) =>
        new(scaledObject, "scaledObject", file, RateSelection.Of(scaledObject.PrometheusTrigger.Query))
        {
            Notes = otherTriggers.Count == 0
                ? []
                : [$"Left out: {string.Join(", ", otherTriggers)}. The HPA takes the highest of all triggers, and KEDA goes to 0 only when none is active."],
        };
}
