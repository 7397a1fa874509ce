using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>The cluster's support plan is that of its tier.</summary>
internal sealed class SupportPlan() : Check(new()
{
    Id = "support-plan",
    Severity = Severity.Error,
    Title = "The tier Premium has the support plan AKSLongTermSupport, the others KubernetesOfficial",
    Failure = "AKS refuses the cluster: the tier Premium and the plan AKSLongTermSupport go together",
    Cause = "Premium is the tier of long-term support, and AKS accepts neither without the other (https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers).",
    Fix = "Set `supportPlan` together with `sku.tier`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string LongTerm = "AKSLongTermSupport";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cluster in stack.OfType(ResourceTypes.Cluster)
        let tier = cluster.Inputs.Text("sku.tier")
        let plan = cluster.Inputs.Text("supportPlan")
        where tier == "Premium" != (plan == LongTerm)
        select Found(
            cluster,
            "supportPlan",
            $"{plan ?? "nothing"}, with the tier {tier ?? "Free"}",
            tier == "Premium" ? LongTerm : "KubernetesOfficial");
}
