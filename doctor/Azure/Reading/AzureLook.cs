using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Reading;

/// <summary>Reads Azure's side of the chains of a cluster that is AKS. A cluster that is none costs one read of a node.</summary>
/// <param name="cluster">Asks the cluster.</param>
/// <param name="open">Gives what asks Azure; called for AKS only.</param>
/// <param name="known">The cluster's id; null to find it by a node.</param>
/// <param name="time">The clock.</param>
internal sealed class AzureLook(IApiReader cluster, Func<AzureCloud, IApiReader> open, ArmId? known, TimeProvider time)
{
    private const int AtOnce = 6;
    private const int MostRounds = 10;

    /// <summary>Reads what the verdicts need.</summary>
    /// <param name="read">The answers of the cluster, to which what is read is added.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="scaledObject">The ScaledObject that alone is meant; null for all.</param>
    /// <param name="timeout">How long all of it may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Further answers.</returns>
    public async Task<IReadOnlyList<ClusterAnswer>> ReadAsync(AnswerSet read, string ns, string? scaledObject, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + timeout;
        var (answers, before) = (read, read.All.Count);
        var node = known is null ? await cluster.GetAsync(ApiPath.OneNode, Left(), cancellationToken).ConfigureAwait(false) : null;
        if (node is not null)
        {
            answers.Add(node);
        }

        var place = node is null ? null : NodePlace.Of(node);
        if (known is null && place is null)
        {
            return [.. answers.All.Skip(before)];
        }

        var azure = open(CloudOf(answers, ns));
        if ((known ?? await FindAsync(azure, place!, answers, Left, cancellationToken).ConfigureAwait(false)) is { } id)
        {
            // Alone at first: a token is asked for once.
            answers.Add(await azure.GetAsync(ArmPath.Cluster(id), Left(), cancellationToken).ConfigureAwait(false));
            for (var round = 0; round < MostRounds && Left() > TimeSpan.Zero && AzureReads.Wanted(answers, ns, scaledObject) is { Count: > 0 } wanted; round++)
            {
                var found = new ClusterAnswer[wanted.Count];
                await Parallel.ForAsync(0, wanted.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
                    found[i] = await ReadAsync(azure, wanted[i], answers, ns, Left, token).ConfigureAwait(false)).ConfigureAwait(false);
                foreach (var answer in found)
                {
                    answers.Add(answer);
                }
            }
        }

        return [.. answers.All.Skip(before)];

        TimeSpan Left() => end - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private Task<ClusterAnswer> ReadAsync(IApiReader azure, string path, AnswerSet answers, string ns, Func<TimeSpan> left, CancellationToken cancellationToken) =>
        !ArmPath.Is(path) ? cluster.GetAsync(path, left(), cancellationToken)
        : path.Split('?')[0].EndsWith($"/providers/{ArmPath.WorkspaceType}", StringComparison.OrdinalIgnoreCase)
            ? ArmList.ReadAsync(azure, path, item => Workspace.Of(item) is { } workspace && AzureReads.Chains(answers, ns, null).SelectMany(QueriedWorkspace.Triggers).Any(trigger => workspace.IsAt(trigger.ServerAddress)), left, cancellationToken)
        : path.Split('?')[0].EndsWith($"/providers/{ArmPath.IdentityType}", StringComparison.OrdinalIgnoreCase)
            ? ArmList.ReadAsync(azure, path, item => ManagedIdentity.Of(item) is { } identity && AzureReads.Chains(answers, ns, null).SelectMany(IdentityUse.Of).Any(use => identity.IsClient(use.ClientId) || identity.IsPrincipal(use.ClientId)), left, cancellationToken)
        : ArmList.ReadAllAsync(azure, path, left, cancellationToken);

    /// <summary>The cluster of the subscription whose machines are where the node is.</summary>
    private static async Task<ArmId?> FindAsync(IApiReader azure, NodePlace place, AnswerSet answers, Func<TimeSpan> left, CancellationToken cancellationToken)
    {
        var list = await ArmList.ReadAsync(azure, ArmPath.ClustersOf(place.Subscription), place.IsOf, left, cancellationToken).ConfigureAwait(false);
        var found = list.Body.Objects("value") is [JsonObject only] ? ArmId.TryParse(only.Text("id") ?? "", ArmPath.ClusterType) : null;
        if (found is null)
        {
            answers.Add(list);
        }

        return found;
    }

    private static AzureCloud CloudOf(AnswerSet answers, string ns)
    {
        var asked = AzureReads.Chains(answers, ns, null).SelectMany(QueriedWorkspace.Triggers).FirstOrDefault();
        return asked is null ? AzureCloud.Public : QueryCloud.Of(asked) ?? AzureCloud.Public;
    }
}
