using System.Text.Json.Nodes;
using KedaStack.Checks.Admission.Schemas;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission;

/// <summary>What the API server says of an object by its definition alone.</summary>
internal static class ApiServer
{
    // The rule came with the definitions of KEDA 2.20.2 (recorded; 2.21.0 has it, too). Before, the webhook had its own words.
    private static readonly KedaVersion _ruleOfReplicas = new(2, 20, 2);

    /// <summary>Why it refuses it.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="keda">The version of KEDA.</param>
    public static IReadOnlyList<SchemaFault> Refusals(GraphResource resource, KedaVersion keda)
    {
        var faults = Faults(resource, keda).Where(fault => !fault.IsUnknown).ToList();
        // Rules over several fields are not evaluated while one of them has the wrong type.
        return faults.Count == 0 && resource.Type == ResourceTypes.ScaledObject ? [.. Rules(resource.Inputs, keda)] : faults;
    }

    /// <summary>The fields that it does not know.</summary>
    public static IReadOnlyList<SchemaFault> Unknown(GraphResource resource, KedaVersion keda) => [.. Faults(resource, keda).Where(fault => fault.IsUnknown)];

    /// <summary>How its messages call an object: <c>ScaledObject.keda.sh "web"</c>.</summary>
    public static string NameOf(GraphResource resource)
    {
        var (group, kind) = (resource.Inputs.Text("apiVersion") ?? "", resource.Inputs.Text("kind"));
        return $"{kind}.{group.Split('/')[0]} \"{resource.ObjectName()}\"";
    }

    private static IReadOnlyList<SchemaFault> Faults(GraphResource resource, KedaVersion keda) =>
        ObjectSchemas.Of(resource.Type) is { } schema && resource.Inputs.Text("apiVersion") is not ("autoscaling/v1" or "autoscaling/v2beta1" or "autoscaling/v2beta2")
            ? SchemaValidation.Faults(schema, resource.Inputs, keda)
            : [];

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
