using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Workloads;
using KedaStack.Resources.Files;
using KedaStack.Resources.Files.Given;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Migration;

/// <summary>The ScaledObject that an HPA becomes.</summary>
internal sealed record HpaMigration
{
    private const int LongestName = 54;

    /// <summary>The HPA.</summary>
    public required HorizontalPodAutoscalerSpec Hpa { get; init; }

    /// <summary>The ScaledObject, as it is applied.</summary>
    public required JsonObject Manifest { get; init; }

    /// <summary>The ScaledObject, as the model runs it.</summary>
    public required ScaledObject ScaledObject { get; init; }

    /// <summary>What could not be translated, in sentences.</summary>
    public required IReadOnlyList<string> Untranslated { get; init; }

    /// <summary>Translates the HPA of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The HPA's name; null for the only one.</param>
    /// <param name="input">Standard input, which <c>-</c> names.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static HpaMigration? Read(string path, ObjectName? name, Func<TextReader> input, ICollection<SettingsProblem> problems)
    {
        if (HpaFile.ReadSpec(path, problems, name, input) is not ({ } spec, { } target))
        {
            return null;
        }

        var migration = Of(spec, target);
        if (migration.ScaledObject.Triggers.Count == 0)
        {
            problems.Add(SettingsProblem.Create(
                $"{path}: spec.metrics", "has nothing that a trigger could be made of", string.Join(", ", spec.Metrics.Select(Shown)),
                "write the ScaledObject by hand: for each metric the trigger of the system that it comes from"));
            return null;
        }

        return migration;
    }

    /// <summary>Translates an HPA.</summary>
    /// <param name="hpa">The HPA.</param>
    /// <param name="target">Its scaleTargetRef.</param>
    public static HpaMigration Of(HorizontalPodAutoscalerSpec hpa, JsonObject target)
    {
        var scalable = hpa.Metrics.OfType<ResourceMetricSource>().Where(IsTranslated).ToList();
        List<ResourceTrigger> triggers = [.. scalable.Select((metric, place) => new ResourceTrigger
        {
            Resource = metric.Name,
            MetricType = metric.TargetType,
            Value = metric.Target,
            ContainerName = metric.Container,
            TriggerIndex = place,
        })];
        var scaledObject = new ScaledObject
        {
            Name = hpa.Name.Length <= LongestName ? hpa.Name : hpa.Name[..LongestName].TrimEnd('-'),
            Namespace = hpa.Namespace,
            MinReplicaCount = hpa.MinReplicas,
            MaxReplicaCount = hpa.MaxReplicas,
            Behavior = hpa.Behavior,
            HpaName = hpa.Name,
            Triggers = triggers,
        };
        return new HpaMigration
        {
            Hpa = hpa,
            ScaledObject = scaledObject,
            Manifest = ToManifest(scaledObject, triggers, target),
            Untranslated = [.. hpa.Metrics.Index()
                .Where(entry => entry.Item is not ResourceMetricSource resource || !IsTranslated(resource))
                .Select(entry => FormattableString.Invariant(
                    $"metrics[{entry.Index}] ({Shown(entry.Item)}) has no trigger: {Advice(entry.Item)}"))],
        };
    }

    // KEDA's scalers of resources are cpu and memory; of cpu an average is fine, of memory both are.
    private static bool IsTranslated(ResourceMetricSource metric) => ResourceTrigger.Types.Contains(metric.Name);

    private static string Shown(MetricSource metric) => $"{metric.Type} {metric.Name}";

    private static string Advice(MetricSource metric) => metric switch
    {
        ResourceMetricSource => "KEDA's resources are cpu and memory",
        PodsMetricSource => "write a prometheus trigger with the query that its adapter asks, summed over the pods, and the same target",
        ObjectMetricSource => "write a prometheus trigger with the query that its adapter asks",
        _ => "write the trigger of the system that it comes from; the adapter that serves it today gives way to KEDA's, since a cluster has one server of external metrics only",
    };

    private static JsonObject ToManifest(ScaledObject scaledObject, IReadOnlyList<ResourceTrigger> triggers, JsonObject target)
    {
        var metadata = new JsonObject { ["name"] = scaledObject.Name };
        if (scaledObject.Namespace.Length > 0)
        {
            metadata["namespace"] = scaledObject.Namespace;
        }

        metadata["annotations"] = new JsonObject { [ScaledWorkload.TransferAnnotation] = "true" };
        var config = new JsonObject { ["name"] = scaledObject.HpaName };
        if (BehaviorJson.Write(scaledObject.Behavior) is { } behavior)
        {
            config["behavior"] = behavior;
        }

        return new JsonObject
        {
            ["apiVersion"] = "keda.sh/v1alpha1",
            ["kind"] = "ScaledObject",
            ["metadata"] = metadata,
            ["spec"] = new JsonObject
            {
                ["scaleTargetRef"] = target.DeepClone(),
                ["minReplicaCount"] = scaledObject.MinReplicaCount,
                ["maxReplicaCount"] = scaledObject.MaxReplicaCount,
                ["advanced"] = new JsonObject { ["horizontalPodAutoscalerConfig"] = config },
                ["triggers"] = new JsonArray([.. triggers.Select(Trigger)]),
            },
        };
    }

    private static JsonNode Trigger(ResourceTrigger trigger)
    {
        var metadata = new JsonObject
        {
            ["value"] = trigger.MetricType == MetricTargetType.Utilization
                ? FormattableString.Invariant($"{trigger.Value.Milli / 1000}")
                : trigger.Value.ToString(),
        };
        if (trigger.ContainerName is { } container)
        {
            metadata["containerName"] = container;
        }

        return new JsonObject { ["type"] = trigger.Resource, ["metricType"] = trigger.MetricType.ToString(), ["metadata"] = metadata };
    }
}
