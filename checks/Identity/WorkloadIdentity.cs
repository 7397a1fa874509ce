using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>Workload identity is on in the cluster.</summary>
internal sealed class WorkloadIdentity() : Check(new()
{
    Id = "workload-identity",
    Severity = Severity.Error,
    Title = "Workload identity is on in the cluster",
    Failure = "`sources must contain at least one TokenCredential`, in the log of keda-operator",
    Cause = "Without the webhook of workload identity the operator's pods get neither the variables nor the token; it is not on by default.",
    Fix = "Set `securityProfile.workloadIdentity.enabled` to true; pods made before that have to be restarted.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cluster in stack.OfType(ResourceTypes.Cluster)
        where !cluster.Inputs.IsTrue("securityProfile.workloadIdentity.enabled")
        select Found(
            cluster, "securityProfile.workloadIdentity.enabled", cluster.Inputs.Shown("securityProfile.workloadIdentity.enabled"), "true");
}
