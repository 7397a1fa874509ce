using KedaStack.Doctor.Azure.Facts;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether a cluster gives its pods tokens for Azure.</summary>
internal static class ClusterFaults
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<IdentityFault> Of(AzureSide azure)
    {
        if (azure.Cluster is not { } cluster)
        {
            yield break;
        }

        var name = azure.Id!.Name;
        if (!cluster.IsTrue("oidcIssuerProfile.enabled"))
        {
            yield return new IdentityFault(IdentityFault.NoToken, AzureCauses.NoIssuer.Fail($"cluster {name} has no OIDC issuer", azure));
        }

        if (!cluster.IsTrue("securityProfile.workloadIdentity.enabled"))
        {
            yield return new IdentityFault(IdentityFault.NoToken, AzureCauses.NoWorkloadIdentity.Fail($"workload identity is off in cluster {name}", azure));
        }
    }
}
