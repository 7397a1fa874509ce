using KedaStack.Cli.Checks.Model;

namespace KedaStack.Cli.Checks.Scaling;

/// <summary>The replica bounds are in order: idle below min, min not above max, max at least 1.</summary>
internal sealed class ReplicaBounds() : Check(new()
{
    Id = "replica-bounds",
    Severity = Severity.Error,
    Title = "The replica bounds are in order: idle below min, min not above max, max at least 1",
    Failure = "`MinReplicaCount=7 must be less than MaxReplicaCount=3`, `IdleReplicaCount=4 must be less than MinReplicaCount=4`",
    Cause = "KEDA's webhook and operator refuse other bounds.",
    Fix = "Order `idleReplicaCount`, `minReplicaCount` and `maxReplicaCount`.",
})
{
    private const decimal DefaultMaximum = 100;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            var min = scaledObject.Inputs.Number("spec.minReplicaCount") ?? 0;
            var max = scaledObject.Inputs.Number("spec.maxReplicaCount") ?? DefaultMaximum;
            if (min < 0)
            {
                yield return Found(scaledObject, "spec.minReplicaCount", $"{min}", "0 or more");
            }

            if (max < Math.Max(min, 1))
            {
                yield return Found(scaledObject, "spec.maxReplicaCount", $"{max}", $"{Math.Max(min, 1)} or more");
            }

            if (scaledObject.Inputs.Number("spec.idleReplicaCount") is { } idle && idle >= min)
            {
                yield return Found(scaledObject, "spec.idleReplicaCount", $"{idle}", $"less than minReplicaCount, which is {min}");
            }
        }
    }
}
