using System.Diagnostics.CodeAnalysis;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Recommendations;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Hpa;

/// <summary>
/// One HPA with what its controller remembers of it: one call of <see cref="Reconcile"/> is one sync
/// (https://github.com/kubernetes/kubernetes/blob/003e86297d18a8538c9da3619871393f9703bf70/pkg/controller/podautoscaler/horizontal.go,
/// reconcileAutoscaler). Writing the scale never fails here. Not thread-safe.
/// </summary>
public sealed class HpaReconciler
{
    private readonly HpaSemantics _semantics;
    private readonly long _downscaleStabilizationMilliseconds;
    private MetricSource[] _metrics;
    private MetricProposal[] _proposals;
    private Tolerances _tolerances;
    private ResolvedRules _up;
    private ResolvedRules _down;
    private PolicyLimits _policies;
    private long _longestUp;
    private long _longestDown;

    /// <summary>Creates an HPA that was never reconciled.</summary>
    /// <param name="spec">The HPA.</param>
    /// <param name="semantics">The controller; null for <see cref="HpaSemantics.Default"/>.</param>
    public HpaReconciler(HorizontalPodAutoscalerSpec spec, HpaSemantics? semantics = null)
    {
        _semantics = semantics ?? HpaSemantics.Default;
        _downscaleStabilizationMilliseconds = (long)_semantics.DownscaleStabilization.TotalMilliseconds;
        Take(spec);
    }

    /// <summary>The HPA.</summary>
    public HorizontalPodAutoscalerSpec Spec { get; private set; }

    /// <summary>
    /// How much later than its decision a rescale's event is stored: the new count is written in between, which takes a
    /// real API server some milliseconds (horizontal.go, reconcileAutoscaler).
    /// </summary>
    /// <value>The default is 0.</value>
    public long WriteMilliseconds { get; set; }

    /// <summary>The log of proposals.</summary>
    public RecommendationLog Recommendations { get; } = new();

    /// <summary>What this HPA added; empty without behavior.</summary>
    public ScaleEventLog ScaleUpEvents { get; } = new();

    /// <summary>What this HPA removed; empty without behavior.</summary>
    public ScaleEventLog ScaleDownEvents { get; } = new();

    /// <summary>The conditions.</summary>
    public HpaConditions Conditions { get; } = new();

    /// <summary>The proposals of the last reconcile that asked the metrics, in the order of the HPA's metrics.</summary>
    public ReadOnlySpan<MetricProposal> Metrics => _proposals;

    /// <summary>Runs one sync.</summary>
    /// <param name="nowMilliseconds">The time; not before that of the sync before.</param>
    /// <param name="target">What the HPA sees of its target.</param>
    /// <param name="readings">The metrics' answers, in the order of the HPA's metrics.</param>
    /// <param name="trace">Told of every rule; null for nobody.</param>
    public HpaReconciliation Reconcile(
        long nowMilliseconds, in ScaleTargetStatus target, ReadOnlySpan<MetricReading> readings, IHpaTrace? trace = null)
    {
        Sync(nowMilliseconds, target, readings, trace, out var result);
        return result;
    }

    /// <summary>
    /// The same for a run of many syncs: what is written here in small pieces is not copied in large ones, which a
    /// processor would have to wait for.
    /// </summary>
    /// <param name="nowMilliseconds">The time; not before that of the sync before.</param>
    /// <param name="target">What the HPA sees of its target.</param>
    /// <param name="readings">The metrics' answers, in the order of the HPA's metrics.</param>
    /// <param name="trace">Told of every rule; null for nobody.</param>
    /// <param name="result">What came of it.</param>
    internal void Sync(
        long nowMilliseconds, in ScaleTargetStatus target, ReadOnlySpan<MetricReading> readings, IHpaTrace? trace, out HpaReconciliation result)
    {
        var current = target.SpecReplicas;
        Conditions.SetAbleToScale(HpaConditionReason.SucceededGetScale);
        Recommendations.RecordInitial(nowMilliseconds, current);
        var outcome = Outcome(current);
        trace?.Bounds(target, Spec, outcome);
        if (outcome == HpaOutcome.Evaluated)
        {
            Evaluate(nowMilliseconds, target, readings, trace, out result);
        }
        else
        {
            var desired = outcome switch
            {
                HpaOutcome.AboveMaxReplicas => Spec.MaxReplicas,
                HpaOutcome.BelowMinReplicas => Spec.MinReplicas,
                _ => current,
            };
            result = Unmeasured(outcome, current, desired);
        }

        if (outcome == HpaOutcome.ScalingDisabled)
        {
            Conditions.SetScalingDisabled();
        }

        if (result.Rescaled)
        {
            Conditions.SetRescaled(result.DesiredReplicas);
            if (_semantics.ScaleToZero)
            {
                Conditions.SetScaledToZero(result.DesiredReplicas == 0 && Spec.MinReplicas == 0);
            }

            StoreScaleEvent(nowMilliseconds + WriteMilliseconds, current, result.DesiredReplicas);
        }

        trace?.Decided(result);
    }

    /// <summary>Whether a sync asks the metrics; out of its bounds it sets the count without, and then no request can fail.</summary>
    /// <param name="specReplicas">The desired count of the target.</param>
    public bool AsksMetrics(int specReplicas) => Outcome(specReplicas) == HpaOutcome.Evaluated;

    /// <summary>Goes on with another spec of the same HPA; what is remembered stays (its controller keeps that by name).</summary>
    /// <param name="spec">The spec.</param>
    public void Change(HorizontalPodAutoscalerSpec spec)
    {
        Recommendations.AllowLongerWindows();
        Take(spec);
    }

    /// <summary>Forgets everything, as when the HPA is deleted and made anew, or its controller restarts.</summary>
    public void Forget()
    {
        Recommendations.Clear();
        ScaleUpEvents.Clear();
        ScaleDownEvents.Clear();
        Conditions.Clear();
    }

    [MemberNotNull(nameof(Spec), nameof(_metrics), nameof(_proposals), nameof(_up), nameof(_down), nameof(_policies))]
    private void Take(HorizontalPodAutoscalerSpec spec)
    {
        Spec = spec;
        _metrics = [.. spec.Metrics];
        _proposals = new MetricProposal[_metrics.Length];
        _tolerances = Tolerances.For(spec.Behavior, _semantics);
        _up = ResolvedRules.Up(spec.Behavior?.ScaleUp);
        _down = ResolvedRules.Down(spec.Behavior?.ScaleDown, _semantics);
        _longestUp = _up.LongestPeriodMilliseconds;
        _longestDown = _down.LongestPeriodMilliseconds;
        _policies = new PolicyLimits(_up, _down, ScaleUpEvents, ScaleDownEvents, _semantics.ScaleEventAccounting);
    }

    private HpaOutcome Outcome(int current) =>
        current == 0 ? (ActsAtZero ? HpaOutcome.Evaluated : HpaOutcome.ScalingDisabled)
        : current > Spec.MaxReplicas ? HpaOutcome.AboveMaxReplicas
        : current < Spec.MinReplicas ? HpaOutcome.BelowMinReplicas
        : HpaOutcome.Evaluated;

    // What somebody else scaled to 0 is left alone; without the feature, a minimum of 0 tells it apart.
    private bool ActsAtZero => _semantics.ScaleToZero ? Conditions.IsScaledToZero : Spec.MinReplicas == 0;

    private void Evaluate(
        long nowMilliseconds, in ScaleTargetStatus target, ReadOnlySpan<MetricReading> readings, IHpaTrace? trace, out HpaReconciliation result)
    {
        var current = target.SpecReplicas;
        var desired = Propose(target, readings, trace, out var metric);
        if (desired < 0)
        {
            result = Unmeasured(HpaOutcome.MetricsFailed, current, current);
            return;
        }

        var stable = Spec.Behavior is null
            ? Stabilization.WithoutBehavior(Recommendations, nowMilliseconds, current, desired, _downscaleStabilizationMilliseconds)
            : Stabilization.WithBehavior(
                Recommendations, nowMilliseconds, current, desired,
                _up.StabilizationWindowMilliseconds, _down.StabilizationWindowMilliseconds, _semantics.ScaleEventAccounting);
        Conditions.SetAbleToScale(stable.Replicas == desired ? HpaConditionReason.ReadyForNewScale
            : Spec.Behavior is not null && desired >= current ? HpaConditionReason.ScaleUpStabilized
            : HpaConditionReason.ScaleDownStabilized);
        trace?.Stabilized(stable);

        var limit = Spec.Behavior is null
            ? ScalingLimits.WithoutBehavior(current, stable.Replicas, Spec.MinReplicas, Spec.MaxReplicas, _semantics)
            : ScalingLimits.WithBehavior(
                current, stable.Replicas, Spec.MinReplicas, Spec.MaxReplicas, _policies, nowMilliseconds, trace);
        Conditions.SetLimited(limit.Reason);
        trace?.Limited(limit);
        result = new HpaReconciliation
        {
            Outcome = HpaOutcome.Evaluated,
            CurrentReplicas = current,
            DesiredReplicas = current == 0 && Spec.MinReplicas > 0 ? Math.Max(limit.Replicas, Spec.MinReplicas) : limit.Replicas,
            Proposal = desired,
            ProposingMetric = metric,
            Stabilized = stable.Replicas,
            RateLimit = limit.RateLimit,
            LimitReason = limit.Reason,
        };
    }

    /// <summary>The highest proposal, at least 0 (computeReplicasForMetrics); -1 when failed metrics forbid to act.</summary>
    private int Propose(in ScaleTargetStatus target, ReadOnlySpan<MetricReading> readings, IHpaTrace? trace, out int metric)
    {
        (var replicas, metric, var failed, var firstFailed) = (0, -1, 0, -1);
        for (var i = 0; i < _proposals.Length; i++)
        {
            // What KEDA gives is written where it belongs at once: a proposal is large, and copying it takes as long as making it.
            if (_metrics[i].TargetType == MetricTargetType.AverageValue && readings[i].IsValue)
            {
                _proposals[i] = ReplicaCalculator.AverageValue(
                    readings[i].UsageMilli, _metrics[i].Target.Milli, target.StatusReplicas, _tolerances, i);
            }
            else
            {
                _proposals[i] = ProposeOther(_metrics[i], i, target, readings[i]);
            }

            ref readonly var proposal = ref _proposals[i];
            trace?.Metric(_metrics[i], proposal);
            if (proposal.Error is not null)
            {
                firstFailed = failed++ == 0 ? i : firstFailed;
            }
            else if (replicas == 0 || proposal.Replicas > replicas)
            {
                (replicas, metric) = (proposal.Replicas, i);
            }
        }

        var refused = failed == _proposals.Length || (failed > 0 && replicas < target.SpecReplicas);
        trace?.Combined(target.SpecReplicas, Math.Max(0, replicas), _proposals.Length, failed, refused);
        if (refused && firstFailed >= 0)
        {
            Conditions.SetMetricFailed(_metrics[firstFailed], _proposals[firstFailed].Error!);
            return -1;
        }

        Conditions.SetMetricFound(metric < 0 ? null : _metrics[metric]);
        return Math.Max(0, replicas);
    }

    private MetricProposal ProposeOther(MetricSource source, int place, in ScaleTargetStatus target, in MetricReading reading)
    {
        if (reading.Error is not null)
        {
            return new MetricProposal
            {
                Metric = place,
                Error = reading.Error,
                TargetType = source.TargetType,
                TargetMilli = source.Target.Milli,
            };
        }

        if (reading.Pods is { } pods)
        {
            return PodsReplicaCalculator.Propose(source, pods, target.SpecReplicas, _tolerances, place);
        }

        return ReplicaCalculator.Value(reading.UsageMilli, source.Target.Milli, target, _tolerances, place);
    }

    /// <summary>Remembers a change of the replicas; an HPA without behavior looks back on none (horizontal.go, storeScaleEvent).</summary>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="before">The replicas before.</param>
    /// <param name="after">The replicas after; others.</param>
    internal void StoreScaleEvent(long nowMilliseconds, int before, int after)
    {
        if (Spec.Behavior is null)
        {
            return;
        }

        if (after > before)
        {
            ScaleUpEvents.Store(nowMilliseconds, after - before, _longestUp);
        }
        else
        {
            ScaleDownEvents.Store(nowMilliseconds, before - after, _longestDown);
        }
    }

    private static HpaReconciliation Unmeasured(HpaOutcome outcome, int current, int desired) => new()
    {
        Outcome = outcome,
        CurrentReplicas = current,
        DesiredReplicas = desired,
        Proposal = current,
        ProposingMetric = -1,
        Stabilized = current,
        RateLimit = desired,
    };
}
