using KedaStack.Local.Watching;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Steps;

namespace KedaStack.Tests.Reports.Local;

/// <summary>Writes a simulation down as the snapshots of a run.</summary>
internal sealed class ScriptRecorder : ISyncObserver
{
    private readonly List<LoadStretch> _stretches = [];
    private readonly List<LocalSync> _syncs = [];
    private readonly List<LocalDecision> _decisions = [];

    /// <summary>The times at which something changed or was seen, in order.</summary>
    public IReadOnlyList<ScriptFrame> Frames()
    {
        var times = _stretches.Select(stretch => stretch.FromMilliseconds).Concat(_syncs.Select(sync => (long)sync.Time.TotalMilliseconds));
        return [.. times.Distinct().Order().Select(FrameAt)];
    }

    public void OnStretch(in LoadStretch stretch) => _stretches.Add(stretch);

    public void OnSync(in HpaSync sync)
    {
        var value = new MilliQuantity(sync.MetricMilli ?? 0);
        var result = sync.Result;
        _syncs.Add(new LocalSync
        {
            Time = TimeSpan.FromMilliseconds(sync.AtMilliseconds),
            MetricMilli = sync.MetricMilli,
            PerReplicaMilli = sync.PerReplicaMilli,
            Result = result,
            Reason = $"the metric asks for {result.Proposal}" + (
                result.LimitReason == HpaConditionReason.TooManyReplicas ? $", the maximum is {result.DesiredReplicas}"
                : result.Stabilized != result.Proposal ? $", the stabilization window still holds {result.Stabilized}"
                : ""),
            Rules =
            [
                new RuleStep("metric", $"{value} for {sync.StatusReplicas}", $"ceil({value} / 10)", $"{result.Proposal}", result.Rescaled),
                new RuleStep("stabilization", $"{result.Proposal}", "max of 300 s", $"{result.Stabilized}", result.Stabilized != result.Proposal),
                new RuleStep("limit", $"{result.Stabilized}", "max(2 * current, 4)", $"{result.DesiredReplicas}", result.DesiredReplicas != result.Stabilized),
            ],
        });
    }

    public void OnDecision(in ScalingDecision decision) => _decisions.Add(new LocalDecision(_decisions.Count + 1, decision));

    private ScriptFrame FrameAt(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        var stretch = _stretches.FindLast(stretch => stretch.FromMilliseconds <= milliseconds);
        var sync = _syncs.FindLast(sync => sync.Time <= time);
        var point = new LocalPoint(
            time,
            stretch.OfferedMilli,
            stretch.ServedMicro / stretch.Milliseconds,
            sync?.MetricMilli,
            stretch.SpecReplicas,
            Math.Min(stretch.ExistingPods, Math.Max(stretch.SpecReplicas, stretch.ReadyPods)),
            stretch.ReadyPods,
            sync?.PerReplicaMilli);
        return new ScriptFrame(point, stretch.ExistingPods, sync, _decisions.Find(decision => decision.Time == time));
    }
}
