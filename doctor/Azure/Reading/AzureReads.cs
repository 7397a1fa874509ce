using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Reading;

/// <summary>What is still to be read of Azure for the chains of a namespace: what one answer names, the next round asks for.</summary>
internal static class AzureReads
{
    private const int MostRoles = 20;

    /// <summary>The paths that were not asked for yet; none when all is known.</summary>
    /// <param name="answers">The answers, with those of the cluster.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="scaledObject">The ScaledObject that alone is meant; null for all.</param>
    public static IReadOnlyList<string> Wanted(AnswerSet answers, string ns, string? scaledObject)
    {
        var azure = new AzureSide(answers);
        if (azure.Id is not { } cluster || azure.Cluster is null)
        {
            return [];
        }

        var chains = Chains(answers, ns, scaledObject);
        var paths = OfCluster(cluster, azure, chains).Concat(chains.SelectMany(chain => OfIdentities(chain, azure))).Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. paths.Where(path => ArmPath.Is(path) ? !azure.Has(path) : !answers.Has(path))];
    }

    /// <summary>The chains of a namespace's ScaledObjects.</summary>
    public static IReadOnlyList<Chain> Chains(AnswerSet answers, string ns, string? scaledObject) =>
    [
        .. answers.Items(ApiPath.ScaledObjects(ns)).Where(one => scaledObject is null || one.Text("metadata.name") == scaledObject)
            .Select(one => new Chain { Answers = answers, Namespace = ns, ScaledObject = one, Hpa = null }),
    ];

    private static IEnumerable<string> OfCluster(ArmId cluster, AzureSide azure, IReadOnlyList<Chain> chains)
    {
        yield return ArmPath.NodePools(cluster);
        var asked = chains.SelectMany(QueriedWorkspace.Triggers).ToList();
        if (asked.Count == 0)
        {
            yield break;
        }

        foreach (var path in ApiPath.AgentDeployments.Append(ApiPath.AgentSettings).Append(ApiPath.AgentScrapeConfiguration).Append(ArmPath.Associations(cluster))
            .Concat(azure.RulesRead.Select(rule => ArmPath.Rule(rule.Id)))
            .Concat(azure.RulesRead.Where(rule => rule.IsPrometheus).SelectMany(rule => rule.Accounts).Select(ArmPath.Workspace)))
        {
            yield return path;
        }

        // A workspace that the cluster does not send to is found among those of the subscription, when its own are known.
        var isSettled = azure.Has(ArmPath.Associations(cluster)) && azure.RulesRead.All(rule => azure.Has(ArmPath.Rule(rule.Id)) && rule.Accounts.All(account => azure.Has(ArmPath.Workspace(account))));
        if (isSettled && asked.Exists(trigger => !QueriedWorkspace.IsScoped(trigger) && QueriedWorkspace.Of(azure, trigger) is null))
        {
            foreach (var subscription in Identities.Subscriptions(azure))
            {
                yield return ArmPath.WorkspacesOf(subscription);
            }
        }
    }

    private static IEnumerable<string> OfIdentities(Chain chain, AzureSide azure)
    {
        foreach (var use in IdentityUse.Of(chain).Where(use => use.ClientId is not null))
        {
            if (Identities.Of(azure, use) is not { } identity)
            {
                // In the cluster's subscription first: it is there mostly.
                if (Identities.Subscriptions(azure).FirstOrDefault(one => !azure.Has(ArmPath.IdentitiesOf(one))) is { } next)
                {
                    yield return ArmPath.IdentitiesOf(next);
                }

                continue;
            }

            yield return ArmPath.Credentials(identity.Id.ToString());
            if (RoleNeed.Of(azure, use) is { } need && identity.PrincipalId is { } principal)
            {
                yield return ArmPath.Roles(need.Scope, principal);
                foreach (var role in need.Unknown(azure, principal).Take(MostRoles))
                {
                    yield return ArmPath.RoleDefinition(role);
                }
            }
        }
    }
}
