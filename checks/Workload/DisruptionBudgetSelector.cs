using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>A disruption budget selects pods of its namespace.</summary>
internal sealed class DisruptionBudgetSelector() : Check(new()
{
    Id = "disruption-budget-selector",
    Severity = Severity.Warning,
    Title = "A disruption budget selects pods of its namespace",
    Failure = "a drain takes all replicas of a node at once",
    Cause = "A budget that selects nothing protects nothing; one that selects everything may block.",
    Fix = "Use the labels of the pod template.",
    About = [ResourceTypes.DisruptionBudget],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from budget in stack.OfType(ResourceTypes.DisruptionBudget)
        where !stack.Pods.Any(pods => pods.Namespace == budget.Namespace() && LabelSelector.Matches(budget.Inputs.At("spec.selector"), pods.Labels))
        select Absent(budget, "spec.selector", budget.Inputs.Shown("spec.selector"), $"labels of pods in {budget.NamespaceInWords()}");
}
