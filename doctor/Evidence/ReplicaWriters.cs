using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Doctor.Chains;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Evidence;

/// <summary>
/// Who sets the replicas of a target. Ownership in managedFields flips with each write, so that one read shows either writer; what
/// goes up and down without the HPA shows in events.
/// </summary>
internal static partial class ReplicaWriters
{
    private static readonly TimeSpan _creation = TimeSpan.FromSeconds(10);

    /// <summary>The writers of the control plane, whose count is the HPA's or KEDA's.</summary>
    private static readonly HashSet<string> _own = ["kube-controller-manager", "keda", "keda-operator"];

    /// <summary>The verdict; null where nobody else is seen.</summary>
    public static LinkVerdict? Judge(Chain chain)
    {
        if (chain.Target is not { } target || chain.Hpa is null)
        {
            return null;
        }

        var owner = Foreign(target);
        var (size, times) = TakenBack(chain);
        if (owner is null && times < 2)
        {
            return null;
        }

        var others = owner?.Manager ?? "another manager";
        var mend = $"leave replicas out of what {others} applies: spec.replicas of {chain.TargetKind} {chain.TargetName} (Argo CD: ignoreDifferences on /spec/replicas; Helm, Kustomize, Pulumi: no replicas in the manifest)";
        if (times >= 2)
        {
            return LinkVerdict.Fail(
                FormattableString.Invariant($"replicas were set to {size} {times} times, which the HPA never asked for{(owner is { } known ? $"; {known.Manager} owns them now" : "")}"),
                "two managers set the replicas: what the HPA sets is taken back again and again", mend);
        }

        return owner is { IsApply: true } ? LinkVerdict.Fail(
                $"{owner.Value.Manager} applied replicas {ShownNumber.Count((int)(target.Number("spec.replicas") ?? 1))} at {Shown.Date(owner.Value.Time)}",
                "server-side apply takes the field over each time it runs, and the HPA's count is lost", mend)
            : target.Number("spec.replicas") != chain.Hpa.Number("status.desiredReplicas") ? LinkVerdict.Warning(
                $"{others} set replicas {ShownNumber.Count((int)(target.Number("spec.replicas") ?? 1))}, the HPA wants {ShownNumber.Count((int)(chain.Hpa.Number("status.desiredReplicas") ?? 0))}",
                "the HPA sets its own count at its next sync; if this happens again and again, two managers set the replicas", mend)
            : null;
    }

    /// <summary>Who wrote the replicas last, as far as managedFields tell.</summary>
    public static string? Current(JsonObject target) => Writers(target).Select(one => one.Text("manager")).LastOrDefault();

    private static IEnumerable<JsonObject> Writers(JsonObject target) => target.Objects("metadata.managedFields").Where(one => one.At("fieldsV1.f:spec.f:replicas") is not null);

    private static (string Manager, DateTimeOffset Time, bool IsApply)? Foreign(JsonObject target)
    {
        var created = ClusterEvent.Time(target, "metadata.creationTimestamp") ?? DateTimeOffset.MinValue;
        foreach (var entry in Writers(target))
        {
            if (entry.Text("manager") is { } manager && !_own.Contains(manager) && ClusterEvent.Time(entry, "time") is { } time && time > created + _creation)
            {
                return (manager, time, entry.Text("operation") == "Apply");
            }
        }

        return null;
    }

    /// <summary>How often the target went down to a size that the HPA never asked for, since the HPA first scaled.</summary>
    private static (int Size, int Times) TakenBack(Chain chain)
    {
        var rescales = chain.Events.Where(one => one is { Kind: "HorizontalPodAutoscaler", Reason: "SuccessfulRescale" } && one.Name == chain.Hpa.Text("metadata.name")).ToList();
        var sizes = rescales.Select(one => Number(NewSize(), one.Note)).OfType<int>()
            // Of what KEDA does itself, to and from 0 and while it is paused.
            .Concat([0, (int)(chain.ScaledObject.Number("spec.idleReplicaCount") ?? 0), (int)(chain.ScaledObject.Number("status.pausedReplicaCount") ?? 0)]).ToHashSet();
        if (rescales.Count == 0 || rescales.Exists(one => one.Note.StartsWith('(')))
        {
            return (0, 0);
        }

        var since = rescales.Min(one => one.First);
        return chain.Events.Where(one => one is { Kind: "Deployment" or "StatefulSet", Reason: "ScalingReplicaSet" or "SuccessfulDelete" } && one.Name == chain.TargetName && one.Last >= since)
            .Select(one => (Size: Number(ScaledDown(), one.Note), one.Count)).Where(one => one.Size is { } size && !sizes.Contains(size))
            .GroupBy(one => one.Size!.Value).Select(group => (Size: group.Key, Times: group.Sum(one => one.Count)))
            .OrderByDescending(group => group.Times).FirstOrDefault();
    }

    private static int? Number(Regex regex, string note) =>
        regex.Match(note) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("New size: ([0-9]{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex NewSize();

    // A rollout scales the old replica set down to 0, and in between; those are about two replica sets, and go with ups of the other.
    [GeneratedRegex("Scaled down replica set \\S+ from [0-9]{1,6} to ([0-9]{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex ScaledDown();
}
