using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>With Entra ID a cluster has no local accounts, and Azure RBAC decides; without Entra ID it has them.</summary>
internal sealed class LocalAccounts() : Check(new()
{
    Id = "local-accounts",
    Severity = Severity.Error,
    Title = "With Entra ID a cluster has no local accounts, and Azure RBAC decides; without Entra ID it has them",
    Failure = "nothing, and the certificate of the local admin bypasses Entra ID; the other way round `Getting static credential isn't allowed because this cluster is set to disable local accounts`",
    Cause = "Local accounts are certificates that no directory can revoke; without them and without Entra ID nobody gets in.",
    Fix = "Set `disableLocalAccounts` together with `aadProfile` (managed and enableAzureRBAC).",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private static readonly string[] _needed = ["aadProfile.managed", "aadProfile.enableAzureRBAC"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster))
        {
            var entra = cluster.Inputs.At("aadProfile") is not null;
            if (entra != cluster.Inputs.IsTrue("disableLocalAccounts"))
            {
                yield return Found(
                    cluster,
                    "disableLocalAccounts",
                    $"{cluster.Inputs.Shown("disableLocalAccounts") ?? "nothing"} {(entra ? "with" : "without")} aadProfile",
                    entra ? "true" : "false, or an aadProfile");
            }

            foreach (var path in _needed.Where(path => entra && !cluster.Inputs.IsTrue(path)))
            {
                yield return Found(cluster, path, cluster.Inputs.Shown(path), "true");
            }

            if (cluster.Inputs.IsFalse("enableRBAC"))
            {
                yield return Found(cluster, "enableRBAC", "false", "true");
            }
        }
    }
}
