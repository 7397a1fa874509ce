using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Simulation.Engine;
using KedaStack.Truth.ClosedLoops.Scenarios;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>
/// What is used instead of a model: at any time what each trigger's source says (of a request rate the offered load), or the formula makes of them,
/// divided by the target, rounded up, the highest of them within the bounds.
/// </summary>
internal static class LoopFormula
{
    private const long StepMilliseconds = 1000;
    private const double Milli = 1000;

    /// <summary>The replicas by the formula, in steps of a second.</summary>
    public static ReplicaCurve Of(RecordedLoop loop, LoopClock clock)
    {
        var semantics = LoopSemantics.Of(loop.Versions).Keda;
        var scaledObject = ScaledObjectReader.Read(SpecTimeline.Of(loop)[0], loop.Name, semantics);
        var (least, most) = (scaledObject.MinReplicaCount ?? 0, scaledObject.MaxReplicaCount ?? ScaledObject.DefaultMaxReplicaCount);
        var traffic = LoopTraffic.Of(loop, clock);
        var sources = new TriggerSources(LoopSources.Of(loop, clock, scaledObject));
        ExternalMetricTrigger[] triggers = [.. scaledObject.Triggers.OfType<ExternalMetricTrigger>()];
        return ReplicaCurve.Of(Times(clock).Select(at => new ReplicaStep(at, Replicas((long)clock.ToRun(at).TotalMilliseconds))));

        int Replicas(long at) => (int)Math.Clamp(Math.Ceiling(Wanted(at)), least, most);

        double Wanted(long at) => scaledObject.Modifiers is { } modifiers
            ? (modifiers.Formula.Evaluate(triggers.ToDictionary(trigger => trigger.Name, trigger => (double?)Value(trigger, at))) ?? 0) / modifiers.Target
            : triggers.Max(trigger => Value(trigger, at) / Target(trigger));

        double Value(ExternalMetricTrigger trigger, long at) =>
            trigger is PrometheusTrigger ? traffic.MilliAt(at) / Milli : sources.Read(trigger, at).Value;

        double Target(ExternalMetricTrigger trigger) => trigger is PrometheusTrigger prometheus ? prometheus.Threshold : trigger.Target(semantics).ToDouble();
    }

    private static IEnumerable<long> Times(LoopClock clock)
    {
        for (var at = clock.BeginMilliseconds; at < clock.EndMilliseconds; at += StepMilliseconds)
        {
            yield return at;
        }
    }
}
