using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Infra.Clouds;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure;

/// <summary>
/// Whether a federated credential of the identity takes the tokens of KEDA's operator: its issuer, subject and audience are compared
/// character by character (learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations).
/// </summary>
internal static class CredentialFaults
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<IdentityFault> Of(Chain chain, AzureSide azure, IdentityUse use)
    {
        if (Identities.Of(azure, use) is not { } identity || azure.Issuer is not { } issuer || IdentityUse.Subject(chain) is not { } subject
            || azure.Get(ArmPath.Credentials(identity.Id.ToString())) is not { IsOk: true } read)
        {
            return [];
        }

        var wanted = new Wanted(issuer, subject, Audience(use.Trigger));
        var credentials = read.Body.Objects("value").Select(FederatedCredential.Of).ToList();
        // A flexible one has an expression instead of a subject.
        if (credentials.Exists(one => wanted.Misses(one) == 0 || (one.Subject is null && one.Issuer == issuer)))
        {
            return [];
        }

        var (cause, found, name) = credentials.Where(one => one.Subject is not null).OrderBy(wanted.Misses).FirstOrDefault() is { } nearest
            ? wanted.Objection(nearest, identity) : (AzureCauses.NoCredential, $"identity {identity.Id.Name} has no federated credential", "keda");
        return
        [
            new IdentityFault(IdentityFault.NoCredential, cause.Fail(
                found, azure, ("identity subscription", identity.Id.Subscription), ("identity group", identity.Id.ResourceGroup), ("identity", identity.Id.Name), ("credential", name),
                ("issuer", issuer), ("subject", subject), ("audience", wanted.Audience)), LastsUntilToken: true),
        ];
    }

    /// <summary>The audience of a cloud's tokens (learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity).</summary>
    private static string Audience(ChainTrigger trigger) => (trigger.IsManaged ? QueryCloud.Of(trigger) : AzureCloud.Public) switch
    {
        AzureCloud.UsGovernment => "api://AzureADTokenExchangeUSGov",
        AzureCloud.China => "api://AzureADTokenExchangeChina",
        _ => "api://AzureADTokenExchange",
    };

    /// <summary>What a credential has to say.</summary>
    private sealed record Wanted(string Issuer, string Subject, string Audience)
    {
        /// <summary>How much of a credential is not as it has to be.</summary>
        public int Misses(FederatedCredential one) => (one.Issuer == Issuer ? 0 : 1) + (one.Subject == Subject ? 0 : 1) + (one.Audiences.Contains(Audience) ? 0 : 1);

        /// <summary>What of it Entra objects to first.</summary>
        public (AzureCause Cause, string Found, string Name) Objection(FederatedCredential one, ManagedIdentity identity)
        {
            var whose = $"federated credential {one.Name} of identity {identity.Id.Name}";
            return one.Issuer != Issuer && one.Issuer == Issuer.TrimEnd('/') ? (AzureCauses.IssuerSlash, $"{whose} has the issuer {one.Issuer}, without the slash at its end", one.Name)
                : one.Issuer != Issuer ? (AzureCauses.Issuer, $"{whose} has the issuer {one.Issuer}, and the cluster's is {Issuer}", one.Name)
                : one.Subject != Subject ? (AzureCauses.Subject, $"{whose} has the subject {one.Subject}, and the operator is {Subject}", one.Name)
                : (AzureCauses.Audience, $"{whose} has the audience {string.Join(", ", one.Audiences)}, and the operator's tokens are for {Audience}", one.Name);
        }
    }
}
