using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Infra.Clouds;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether the identity may ask the workspace, with a token that it takes.</summary>
internal static class RoleFaults
{
    // learn.microsoft.com/azure/azure-monitor/containers/integrate-keda: up to 30 minutes.
    private static readonly TimeSpan _propagation = TimeSpan.FromMinutes(30);

    /// <summary>What is wrong.</summary>
    public static IEnumerable<IdentityFault> Of(Chain chain, AzureSide azure, IdentityUse use)
    {
        if (use.Trigger.IsManaged && (QueryCloud.Of(use.Trigger), QueryCloud.OfToken(use.Trigger)) is ({ } asked, var token) && asked != token)
        {
            yield return new IdentityFault($"{IdentityFault.Unauthorized}|AADSTS500011", AzureCauses.TokenCloud.Fail(
                $"the address is of {asked.ForKeda()}, and KEDA asks for a token of {token?.ForKeda() ?? "an unknown cloud"}", azure,
                ("namespace", chain.Namespace), ("name", chain.Name), ("place", FormattableString.Invariant($"{use.Trigger.Place}")), ("cloud", asked.ForKeda())));
        }

        if (Identities.Of(azure, use) is not { PrincipalId: { } principal } identity || RoleNeed.Of(azure, use) is not { } need
            || !need.Read(azure, principal).IsOk || need.Giving(azure, principal) is not { } giving)
        {
            yield break;
        }

        if (giving.Count == 0)
        {
            yield return new IdentityFault(IdentityFault.Refused, AzureCauses.NoRole.Fail(
                $"identity {identity.Id.Name} has no role at {need.ScopeName} that lets it ask, such as {AzureRoles.NameOf(need.Role)}", azure,
                ("role", $"\"{AzureRoles.NameOf(need.Role)}\""), ("principal", principal), ("scope", need.Scope)));
        }
        else if (giving.All(one => Age(chain, one) is { } age && age >= TimeSpan.Zero && age < _propagation))
        {
            yield return new IdentityFault(IdentityFault.Refused, AzureCauses.NewRole.Fail(
                $"identity {identity.Id.Name} got its role at {need.ScopeName} {Shown.Count((int)giving.Min(one => Age(chain, one)!.Value).TotalMinutes, "minute")} ago", azure,
                ("namespace", chain.Namespace), ("name", chain.Name)), IsSure: false);
        }
    }

    private static TimeSpan? Age(Chain chain, JsonNode assignment) => ClusterEvent.Time(assignment, "createdOn") is { } made ? chain.Now - made : null;
}
