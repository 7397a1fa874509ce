using KedaStack.Checks.Admission;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda;

namespace KedaStack.Checks.Scaling.Replicas;

/// <summary>The replica bounds are in order: idle below min, min not above max, max at least 1.</summary>
internal sealed class ReplicaBounds() : Check(new()
{
    Id = "replica-bounds",
    Severity = Severity.Error,
    Title = "The replica bounds are in order: idle below min, min not above max, max at least 1",
    Failure = "`spec: Invalid value: minReplicaCount must be less than or equal to maxReplicaCount` (422), before KEDA 2.20 `MinReplicaCount=7 must be less than MaxReplicaCount=3`; `IdleReplicaCount=4 must be less than MinReplicaCount=4`",
    Cause = "The API server refuses a minimum above the maximum by KEDA's definition (2.20.2 and 2.21), KEDA's webhook and operator the other bounds; a maximum that is not written counts as 100.",
    Fix = "Order `idleReplicaCount`, `minReplicaCount` and `maxReplicaCount`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            var written = scaledObject.Inputs.Number("spec.minReplicaCount");
            var max = scaledObject.Inputs.Number("spec.maxReplicaCount") ?? ScaledObject.DefaultMaxReplicaCount;
            if (written < 0)
            {
                yield return Found(scaledObject, "spec.minReplicaCount", $"{written}", "0 or more");
            }

            var min = ScaledObjectWebhook.Minimum(scaledObject.Inputs);
            if (max < Math.Max(min, 1))
            {
                yield return Found(scaledObject, "spec.maxReplicaCount", $"{max}", $"{Math.Max(min, 1)} or more");
            }

            if (scaledObject.Inputs.Number("spec.idleReplicaCount") is { } idle && idle >= min)
            {
                yield return Found(scaledObject, "spec.idleReplicaCount", $"{idle}", $"less than {min}, the minimum");
            }
        }
    }
}
