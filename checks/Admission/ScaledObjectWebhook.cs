using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Checks.Admission;

/// <summary>
/// What KEDA's webhook says of a ScaledObject beside what else there is (apis/keda/v1alpha1/scaledobject_webhook.go of KEDA
/// 2.21). It looks at what exists: what is not among files is not held against them.
/// </summary>
internal static class ScaledObjectWebhook
{
    private const string Transfer = "scaledobject.keda.sh/transfer-hpa-ownership";
    private const string Ownership = "validations.keda.sh/hpa-ownership";

    /// <summary>The reasons to deny it, in the webhook's order; it stops at the first.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="stack">What else there is.</param>
    public static IEnumerable<Denial> Denials(GraphResource scaledObject, StackView stack)
    {
        var inputs = scaledObject.Inputs;
        var triggers = inputs.Objects("spec.triggers");
        return Replicas(inputs)
            .Concat(Triggers(triggers))
            .Concat(Formulas.Denials(inputs, triggers))
            .Concat(Resources(scaledObject, triggers, stack))
            .Concat(OtherScalers(scaledObject, stack))
            .Concat(FallbackRules.Denials(inputs, triggers, stack.Keda.Version ?? KedaVersion.Newest));
    }

    /// <summary>
    /// The minimum that bounds are compared with: a minimum of 0 that is written out counts as the HPA's, one that is not as 0
    /// (CheckReplicaCountBoundsAreValid).
    /// </summary>
    public static decimal Minimum(JsonObject inputs) =>
        inputs.Number("spec.minReplicaCount") is { } written ? Math.Max(written, ScaledObject.DefaultHpaMinReplicas) : 0;

    private static IEnumerable<Denial> Replicas(JsonObject inputs)
    {
        // Both as whole numbers; others are the API server's.
        if (inputs.Number("spec.idleReplicaCount") is { } idle)
        {
            var min = Minimum(inputs);
            if (idle >= min)
            {
                yield return new Denial("spec.idleReplicaCount", Invariant($"IdleReplicaCount={idle} must be less than MinReplicaCount={min}"), Invariant($"less than {min}"));
            }
        }
    }

    private static IEnumerable<Denial> Triggers(IReadOnlyList<JsonObject> triggers)
    {
        var definitions = triggers.Select((trigger, index) => TriggerText.Definition(trigger, index)).ToList();
        foreach (var fault in TriggerReader.ProblemsOfAll(definitions))
        {
            yield return new Denial(
                $"spec.triggers[{fault.Index}].{fault.Field}", fault.Message, fault.Field == "name" ? "a name of its own" : $"no {fault.Field}");
        }
    }

    private static IEnumerable<Denial> Resources(GraphResource scaledObject, IReadOnlyList<JsonObject> triggers, StackView stack)
    {
        // It looks at what it can read the pods of only.
        var isOnlyResources = triggers.Count > 0 && triggers.All(IsResource) && (scaledObject.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment") is "Deployment" or "StatefulSet";
        if (isOnlyResources && (scaledObject.Inputs.Number("spec.minReplicaCount") ?? 0) == 0)
        {
            yield return new Denial(
                "spec.minReplicaCount", "scaledobject has only cpu/memory triggers AND minReplica is 0 (scale to zero doesn't work in this case)", "1 or more, written out");
        }

        if (stack.TargetOf(scaledObject) is not { Spec: not null } target)
        {
            yield break;
        }

        for (var i = 0; i < triggers.Count; i++)
        {
            var resource = triggers[i].Text("type");
            var only = triggers[i].Scalar("metadata.containerName");
            var container = !IsResource(triggers[i]) || HasDefault(stack, scaledObject.Namespace(), resource!) ? null : target.Containers.FirstOrDefault(one =>
                (only is null || one.Text("name") == only)
                && one.Scalar($"resources.requests.{resource}") is null && one.Scalar($"resources.limits.{resource}") is null);
            if (container is not null)
            {
                yield return new Denial(
                    $"spec.triggers[{i}].type",
                    $"the scaledobject has a {resource} trigger but the container {container.Text("name")} doesn't have the {resource} request defined",
                    $"resources.requests.{resource} in {target.Owner.Name}");
            }
        }
    }

    private static IEnumerable<Denial> OtherScalers(GraphResource scaledObject, StackView stack)
    {
        if (scaledObject.Inputs.Map("metadata.annotations").GetValueOrDefault(Ownership) == "false")
        {
            yield break;
        }

        var (target, name) = (ScaledTarget.Of(scaledObject), scaledObject.Inputs.Text("spec.scaleTargetRef.name"));
        foreach (var other in stack.ScalersOf(target).TakeWhile(other => other.Urn != scaledObject.Urn).Where(other => !Owns(scaledObject, other)))
        {
            var what = other.Type == ResourceTypes.ScaledObject ? "ScaledObject" : "hpa";
            yield return new Denial(
                "spec.scaleTargetRef.name",
                $"the workload '{name}' of type '{scaledObject.Inputs.Text("spec.scaleTargetRef.apiVersion") ?? "apps/v1"}.{target.Kind}' is already managed by the {what} '{other.ObjectName()}'",
                "one autoscaler for each target");
        }
    }

    /// <summary>Whether another scaler is the same object, or the HPA that KEDA made or takes over for it.</summary>
    private static bool Owns(GraphResource scaledObject, GraphResource other)
    {
        var name = scaledObject.Inputs.Text("spec.advanced.horizontalPodAutoscalerConfig.name") ?? $"keda-hpa-{scaledObject.ObjectName()}";
        return other.Type == ResourceTypes.ScaledObject
            ? other.ObjectName() == scaledObject.ObjectName()
            : other.ObjectName() == name
                && (scaledObject.Inputs.Map("metadata.annotations").GetValueOrDefault(Transfer) == "true"
                    || other.Inputs.Objects("metadata.ownerReferences").Any(owner => owner.Text("kind") == "ScaledObject" && owner.Text("name") == scaledObject.ObjectName()));
    }

    /// <summary>Whether the HPA itself reads the trigger's metric.</summary>
    internal static bool IsResource(JsonObject trigger) => trigger.Text("type") is "cpu" or "memory";

    /// <summary>Whether a LimitRange of the namespace gives containers that say nothing a resource.</summary>
    private static bool HasDefault(StackView stack, string ns, string resource) => stack.OfType(ResourceTypes.LimitRange)
        .Where(range => range.Namespace() == ns).SelectMany(range => range.Inputs.Objects("spec.limits"))
        .Any(limit => limit.Text("type") == "Container" && (limit.Scalar($"default.{resource}") ?? limit.Scalar($"defaultRequest.{resource}")) is not null);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
