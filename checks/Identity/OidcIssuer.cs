using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The cluster has an OIDC issuer.</summary>
internal sealed class OidcIssuer() : Check(new()
{
    Id = "oidc-issuer",
    Severity = Severity.Error,
    Title = "The cluster has an OIDC issuer",
    Failure = "the federated credential fails with an empty issuer, or tokens with `AADSTS90061: Request to External OIDC endpoint failed`",
    Cause = "Without the issuer nobody outside can verify the tokens of service accounts.",
    Fix = "Set `oidcIssuerProfile.enabled` to true.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cluster in stack.OfType(ResourceTypes.Cluster)
        where !cluster.Inputs.IsTrue("oidcIssuerProfile.enabled")
        select Found(cluster, "oidcIssuerProfile.enabled", cluster.Inputs.Shown("oidcIssuerProfile.enabled"), "true");
}
