using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using KedaStack.Checks.Admission.Schemas;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission;

/// <summary>What the API server says of an object by its definition alone.</summary>
internal static class ApiServer
{
    // The rule came with the definitions of KEDA 2.20 (recorded of 2.20.2). Before, the webhook had its own words.
    private static readonly KedaVersion _ruleOfReplicas = new(2, 20, 0);

    // Several checks ask for the same object.
    private static readonly ConditionalWeakTable<StackView, Dictionary<string, IReadOnlyList<SchemaFault>>> _asked = [];

    /// <summary>Why it refuses it.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="stack">What it is among, for its versions.</param>
    public static IReadOnlyList<SchemaFault> Refusals(GraphResource resource, StackView stack) => [.. Faults(resource, stack).Where(fault => !fault.IsUnknown)];

    /// <summary>The fields that it does not know.</summary>
    public static IReadOnlyList<SchemaFault> Unknown(GraphResource resource, StackView stack) => [.. Faults(resource, stack).Where(fault => fault.IsUnknown)];

    /// <summary>What it cannot decode of one of Kubernetes' own objects.</summary>
    public static IReadOnlyList<SchemaFault> Undecoded(GraphResource resource) =>
        ObjectSchemas.IsBuiltIn(resource) && ObjectSchemas.Of(resource) is { } schema ? BuiltInDecoding.Faults(schema, resource) : [];

    /// <summary>How its messages call an object: <c>ScaledObject.keda.sh "web"</c>.</summary>
    public static string NameOf(GraphResource resource)
    {
        var (group, kind) = (resource.Inputs.Text("apiVersion") ?? "", resource.Inputs.Text("kind"));
        return $"{kind}.{group.Split('/')[0]} \"{resource.ObjectName()}\"";
    }

    private static IReadOnlyList<SchemaFault> Faults(GraphResource resource, StackView stack)
    {
        var asked = _asked.GetOrCreateValue(stack);
        if (!asked.TryGetValue(resource.Urn, out var faults))
        {
            var keda = stack.Keda.Version ?? KedaVersion.Newest;
            faults = ObjectSchemas.Of(resource) is not { } schema ? [] : ObjectSchemas.IsBuiltIn(resource) ? OfBuiltIn(schema, resource, keda, stack.Files) : OfDefinition(schema, resource, keda);
            asked.Add(resource.Urn, faults);
        }

        return faults;
    }

    private static IReadOnlyList<SchemaFault> OfDefinition(ObjectSchema schema, GraphResource resource, KedaVersion keda)
    {
        var faults = SchemaValidation.Faults(schema, resource.Inputs, keda);
        // Rules over several fields are not evaluated while one of them has the wrong type.
        return resource.Type != ResourceTypes.ScaledObject || faults.Any(fault => !fault.IsUnknown) ? faults : [.. faults, .. Rules(resource.Inputs, keda)];
    }

    private static IReadOnlyList<SchemaFault> OfBuiltIn(ObjectSchema schema, GraphResource resource, KedaVersion keda, FileFacts? files)
    {
        var unknown = SchemaValidation.Faults(schema, resource.Inputs, keda).Where(fault => fault.IsUnknown);
        var decoding = Undecoded(resource);
        return
        [
            .. unknown,
            .. decoding.Count > 0 ? decoding : AutoscalerRules.Faults(resource.Inputs, HpaSemantics.ForKubernetes(files?.KubernetesMinor ?? HpaSemantics.NewestMinor)),
        ];
    }

    private static IEnumerable<SchemaFault> Rules(JsonObject inputs, KedaVersion keda)
    {
        var max = inputs.Number("spec.maxReplicaCount") ?? ScaledObject.DefaultMaxReplicaCount;
        if (inputs.Number("spec.minReplicaCount") is { } min && min > max)
        {
            yield return new SchemaFault(
                "spec.maxReplicaCount",
                keda >= _ruleOfReplicas ? "spec: Invalid value: minReplicaCount must be less than or equal to maxReplicaCount"
                    : FormattableString.Invariant($"MinReplicaCount={min} must be less than MaxReplicaCount={max}"),
                FormattableString.Invariant($"{min} or more"),
                IsUnknown: false);
        }
    }
}
