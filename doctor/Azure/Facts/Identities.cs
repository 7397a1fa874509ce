using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>The identities of the subscriptions that a cluster has to do with, as far as they were read.</summary>
internal static class Identities
{
    /// <summary>The subscriptions: the cluster's, and those of the workspaces that it sends to.</summary>
    public static IReadOnlyList<string> Subscriptions(AzureSide azure) => azure.Id is not { } id ? []
        : [.. azure.Destinations.Select(workspace => workspace.Id.Subscription).Prepend(id.Subscription).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>All that were read.</summary>
    public static IEnumerable<ManagedIdentity> Read(AzureSide azure) => Subscriptions(azure)
        .SelectMany(subscription => azure.Get(ArmPath.IdentitiesOf(subscription)).Body.Objects("value")).Select(ManagedIdentity.Of).OfType<ManagedIdentity>();

    /// <summary>The identity that a trigger signs in with; null where it is none that was read.</summary>
    public static ManagedIdentity? Of(AzureSide azure, IdentityUse use) => Read(azure).FirstOrDefault(one => one.IsClient(use.ClientId));

    /// <summary>The identity whose object id is written as the client id; null for none.</summary>
    public static ManagedIdentity? Mistaken(AzureSide azure, IdentityUse use) => Read(azure).FirstOrDefault(one => one.IsPrincipal(use.ClientId));

    /// <summary>Whether all of these subscriptions' identities were read.</summary>
    public static bool AreRead(AzureSide azure) =>
        Subscriptions(azure) is { Count: > 0 } subscriptions && subscriptions.All(subscription => azure.Get(ArmPath.IdentitiesOf(subscription)).IsOk);
}
