using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The federated credential's issuer is wired from this cluster, unchanged.</summary>
internal sealed class FederatedIssuer() : Check(new()
{
    Id = "federated-issuer",
    Severity = Severity.Error,
    Title = "The federated credential's issuer is wired from this cluster, unchanged",
    Failure = "`AADSTS700211: No matching federated identity record found for presented assertion issuer`, in the log of keda-operator",
    Cause = "The issuer ends with a slash and changes with every new cluster; Entra ID compares it character by character.",
    Fix = "Pass the cluster's output `oidcIssuerProfile.issuerURL` as it is.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from identity in stack.Keda.Identities
        from credential in stack.Keda.CredentialsOf(identity)
        where credential.Inputs.Text("subject")?.StartsWith("system:serviceaccount:", StringComparison.Ordinal) is true
        where stack.Referenced(credential.Inputs.Text("issuer"), ResourceTypes.Cluster, "oidcIssuerProfile.issuerURL") is null
        where !stack.Given.HasCluster
        select Found(credential, "issuer", credential.Inputs.Shown("issuer"), "the cluster's output oidcIssuerProfile.issuerURL");
}
