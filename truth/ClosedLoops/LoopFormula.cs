using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>
/// What is used instead of a model: at any time the offered load divided by the threshold, rounded up, within the bounds.
/// </summary>
internal static class LoopFormula
{
    private const long StepMilliseconds = 1000;

    /// <summary>The replicas by the formula, in steps of a second.</summary>
    public static ReplicaCurve Of(RecordedLoop loop, LoopClock clock)
    {
        var version = SpecTimeline.Of(loop)[0];
        var scaledObject = ScaledObjectReader.Read(version, loop.Name, LoopSemantics.Of(loop.Versions).Keda);
        var (least, most) = (scaledObject.MinReplicaCount ?? 0, scaledObject.MaxReplicaCount ?? Scaling.Keda.ScaledObject.DefaultMaxReplicaCount);
        var traffic = LoopTraffic.Of(loop, clock);
        return ReplicaCurve.Of(Times(clock).Select(at => new ReplicaStep(at, Replicas(at))));

        int Replicas(long at) => (int)Math.Clamp(
            Math.Ceiling(traffic.MilliAt((long)clock.ToRun(at).TotalMilliseconds) / (1000 * scaledObject.PrometheusTrigger.Threshold)), least, most);
    }

    private static IEnumerable<long> Times(LoopClock clock)
    {
        for (var at = clock.BeginMilliseconds; at < clock.EndMilliseconds; at += StepMilliseconds)
        {
            yield return at;
        }
    }
}
