using System.Globalization;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>The hands on a loop as the simulator takes them.</summary>
internal static class LoopHands
{
    public const string KillPods = "killPods";

    private const string Scale = "scale";

    // How long the deletions of one hand take.
    private const long Longest = 1000;

    /// <summary>The hands, and the ScaledObject that they begin with.</summary>
    public static IReadOnlyList<Hand> Of(RecordedLoop loop, LoopClock clock, KedaSemantics semantics, out ScaledObject first)
    {
        var versions = ScaledObjectReader.ReadAll(SpecTimeline.Of(loop), loop.Name, semantics);
        first = versions[0].ScaledObject;
        return
        [
            new ReplicasSet(clock.ToRun(loop.Replicas[0].AtMilliseconds), loop.Replicas[0].Spec),
            .. versions.Skip(1).Select(version => new ScaledObjectChanged(clock.ToRun(version.FromMilliseconds), version.ScaledObject)),
            .. loop.Actions.Where(action => action.Kind == Scale).Select(action => new ReplicasSet(
                clock.ToRun(action.AtMilliseconds), int.Parse(action.Argument, CultureInfo.InvariantCulture))),
            .. loop.Actions.Where(action => action.Kind == KillPods).Select(action => new PodsDeleted(
                clock.ToRun(DeletedAt(loop, action)), Deleted(loop, action))),
        ];
    }

    /// <summary>When the first of the pods was deleted; a hand notes when it was done with the last one.</summary>
    public static long DeletedAt(RecordedLoop loop, RecordedAction action) => Deleted(loop, action) is { Count: > 0 } pods
        ? pods.Min(pod => loop.Pods[pod].DeletingMilliseconds!.Value)
        : action.AtMilliseconds;

    private static IReadOnlyList<int> Deleted(RecordedLoop loop, RecordedAction action) =>
    [
        .. loop.Pods.Select((pod, number) => (pod, number))
            .Where(at => at.pod.DeletingMilliseconds is { } deleting && Math.Abs(deleting - action.AtMilliseconds) < Longest)
            .Select(at => at.number),
    ];
}
