using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>Disruption budgets leave a pod that may be evicted.</summary>
internal sealed class DisruptionBudget() : Check(new()
{
    Id = "disruption-budget",
    Severity = Severity.Error,
    Title = "Disruption budgets leave a pod that may be evicted",
    Failure = "`Cannot evict pod as it would violate the pod's disruption budget`; upgrades of nodes fail with `PodDrainFailure`",
    Cause = "With as many pods as the budget needs, none may go: `minAvailable: 1` with one replica, or `maxUnavailable: 0`.",
    Fix = "Set `maxUnavailable: 1`.",
    About = [ResourceTypes.DisruptionBudget],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var budget in stack.OfType(ResourceTypes.DisruptionBudget))
        {
            foreach (var pods in stack.Pods.Where(pods =>
                pods.Namespace == budget.Namespace() && LabelSelector.Matches(budget.Inputs.At("spec.selector"), pods.Labels)))
            {
                if (Blocks(budget.Inputs["spec"], LeastReplicas(stack, pods)))
                {
                    yield return Found(budget, "spec", Shown(budget.Inputs["spec"]), "maxUnavailable: 1");
                }
            }
        }

        foreach (var release in stack.Keda.Releases)
        {
            foreach (var (component, _) in KedaChart.Components)
            {
                var budget = release.Inputs.At($"values.podDisruptionBudget.{component}");
                if (Blocks(budget, KedaChart.Replicas(release, component)))
                {
                    yield return Found(release, $"values.podDisruptionBudget.{component}", Shown(budget), "maxUnavailable: 1");
                }
            }
        }
    }

    private static decimal LeastReplicas(StackView stack, PodGroup pods)
    {
        var scaledObject = stack.OfType(ResourceTypes.ScaledObject).FirstOrDefault(one => stack.TargetOf(one)?.Owner.Urn == pods.Owner.Urn);
        return scaledObject is null ? pods.Owner.Inputs.Number("spec.replicas") ?? 1 : Math.Max(1, scaledObject.Inputs.Number("spec.minReplicaCount") ?? 0);
    }

    private static bool Blocks(JsonNode? budget, decimal replicas) =>
        Pods(budget.Scalar("maxUnavailable"), replicas) is <= 0 || Pods(budget.Scalar("minAvailable"), replicas) >= replicas;

    /// <summary>A number, or a percentage, which Kubernetes rounds up.</summary>
    private static decimal? Pods(string? text, decimal replicas) =>
        !decimal.TryParse(text?.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : text!.EndsWith('%') ? Math.Ceiling(number * replicas / 100) : number;

    private static string Shown(JsonNode? budget) => budget.At("minAvailable") is null
        ? $"maxUnavailable: {budget.Scalar("maxUnavailable")}"
        : $"minAvailable: {budget.Scalar("minAvailable")}";
}
