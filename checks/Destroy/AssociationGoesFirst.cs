using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Destroy;

/// <summary>A data collection association depends on its rule.</summary>
internal sealed class AssociationGoesFirst() : Check(new()
{
    Id = "association-goes-first",
    Severity = Severity.Error,
    Title = "A data collection association depends on its rule",
    Failure = "`InvalidRequest: ... rule has active associations`, when the stack is destroyed",
    Cause = "Azure refuses to delete a rule that still has associations; a rule's id written as text gives Pulumi no order.",
    Fix = "Pass the rule's output `id`, or let the association depend on the rule.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from association in stack.OfType(ResourceTypes.CollectionAssociation)
        from rule in stack.OfType(ResourceTypes.CollectionRule)
        let id = association.Inputs.Text("dataCollectionRuleId") ?? ""
        where id.EndsWith($"/dataCollectionRules/{rule.Inputs.Text("dataCollectionRuleName")}", StringComparison.OrdinalIgnoreCase)
            && !stack.Dependencies.Needs(association, rule)
        select Found(association, "dataCollectionRuleId", id, $"the output id of {rule.Name}");
}
