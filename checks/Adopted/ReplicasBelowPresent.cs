using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Adopted;

/// <summary>An app that is there keeps the replicas that it has today.</summary>
internal sealed class ReplicasBelowPresent() : Check(new()
{
    Id = "replicas-below-present",
    Severity = Severity.Warning,
    Title = "An app that is there keeps at least the replicas that it has today",
    Failure = "fewer replicas than anybody has ever tried, at the first quiet hour after `pulumi up`",
    Cause = "KEDA scales in to minReplicaCount, whatever the app's own manifest says; where an HPA scales it today, its minReplicas is what counts.",
    Fix = "Raise minReplicaCount, or suppress this check once somebody has decided that fewer do.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject).Except(stack.Given.Objects))
        {
            var least = scaledObject.Inputs.Number("spec.minReplicaCount") ?? 0;
            if (Present(stack, scaledObject) is { } present && least < present.Replicas)
            {
                yield return Found(
                    scaledObject, "spec.minReplicaCount", least.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"at least {present.Replicas}, {present.Why}"));
            }
        }
    }

    private static (decimal Replicas, string Why)? Present(StackView stack, GraphResource scaledObject)
    {
        var target = ScaledTarget.Of(scaledObject);
        if (stack.Given.Objects.FirstOrDefault(one => one.Type == ResourceTypes.Autoscaler && ScaledTarget.Of(one) == target) is { } hpa)
        {
            return (hpa.Inputs.Number("spec.minReplicas") ?? 1, $"the minReplicas of the HPA {hpa.ObjectName()}");
        }

        var app = stack.Given.Objects.FirstOrDefault(one => one.Namespace() == target.Namespace && one.ObjectName() == target.Name
            && one.Type.EndsWith($":{target.Kind}", StringComparison.Ordinal));
        return app?.Inputs.Number("spec.replicas") is { } replicas ? (replicas, $"the replicas of {target.Kind}/{target.Name} today") : null;
    }
}
