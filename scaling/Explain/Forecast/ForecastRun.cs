using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>
/// The HPA's syncs and KEDA's polls of one case until nothing that either remembers can change the count any more. Both
/// begin at 0, the HPA first.
/// </summary>
internal sealed class ForecastRun
{
    // Five weeks of syncs; and a count that two controllers fight over never comes to rest.
    private const int MostEvents = 200_000;
    private const int MostChanges = 2_000;

    private readonly ScalingCase _case;
    private readonly HpaReconciler? _hpa;
    private readonly KedaPolls? _keda;
    private readonly (MetricSource Metric, int? Place)[] _metrics;
    private readonly MetricReading[] _readings;
    private readonly List<CountChange> _changes = [];
    private int _replicas;

    public ForecastRun(ScalingCase scalingCase)
    {
        _case = scalingCase;
        _replicas = scalingCase.CurrentReplicas;
        _hpa = scalingCase.Hpa is { } spec ? Reconciler(scalingCase, spec) : null;
        _keda = scalingCase.ScaledObject is null ? null : new KedaPolls(scalingCase);
        _metrics = [.. scalingCase.Metrics];
        _readings = new MetricReading[_metrics.Length];
    }

    public ScalingForecast Run(IHpaTrace? firstSync, int mostEvents = MostEvents)
    {
        var (sync, poll) = (SyncPeriod(_case), _keda?.IntervalMilliseconds ?? 0);
        var (nextSync, nextPoll) = (_hpa is null ? long.MaxValue : 0, _keda is null ? long.MaxValue : 0);
        var quiet = QuietMilliseconds(sync, poll);
        var (lastChange, settled, holds) = (0L, false, false);
        MetricChoice? first = null;
        var last = default(HpaReconciliation);
        string? targets = null;
        IReadOnlyList<HpaCondition> conditions = [];
        var events = 0;
        for (; events < mostEvents && _changes.Count < MostChanges && !settled; events++)
        {
            var now = Math.Min(nextSync, nextPoll);
            if (now == nextSync)
            {
                var before = _replicas;
                var result = last = Sync(now, now == 0 ? firstSync : null);
                nextSync += sync;
                if (firstSync is not null)
                {
                    first ??= Choice(before, result);
                }

                if (now == 0 && firstSync is not null)
                {
                    holds = result.Stabilized != result.Proposal;
                    (targets, conditions) = (Targets(), _hpa!.Conditions.Describe(_hpa.Spec.Namespace));
                }
            }
            else
            {
                Change(now, _keda!.Poll(now, _replicas, _hpa?.Conditions.IsScalingActive ?? false), ScalingActor.Keda, _keda.Reason);
                nextPoll += poll;
            }

            lastChange = _changes.Count > 0 ? _changes[^1].AtMilliseconds : 0;
            settled = Math.Min(nextSync, nextPoll) - lastChange > quiet;
        }

        return new ScalingForecast
        {
            CurrentReplicas = _case.CurrentReplicas,
            Changes = _changes,
            Settled = settled,
            Events = events,
            TargetsNow = targets,
            TargetsAtEnd = firstSync is null ? null : Targets(),
            Conditions = conditions,
            StabilizationHolds = holds,
            FirstChoice = first,
            LastChoice = firstSync is null ? null : Choice(last.CurrentReplicas, last),
        };
    }

    /// <summary>An HPA that remembers what the case says.</summary>
    private static HpaReconciler Reconciler(ScalingCase scalingCase, HorizontalPodAutoscalerSpec spec)
    {
        var hpa = new HpaReconciler(spec, scalingCase.Semantics.Hpa);
        hpa.Recommendations.BeginEmpty();
        if (scalingCase.EarlierProposal is { } earlier)
        {
            hpa.Recommendations.Add(-SyncPeriod(scalingCase), earlier);
        }

        if (scalingCase.IsScaledToZero)
        {
            hpa.Conditions.SetScaledToZero(true);
        }

        return hpa;
    }

    private static long SyncPeriod(ScalingCase scalingCase) => (long)scalingCase.Semantics.Hpa.SyncPeriod.TotalMilliseconds;

    private HpaReconciliation Sync(long now, IHpaTrace? trace)
    {
        if (_hpa!.AsksMetrics(_replicas))
        {
            for (var i = 0; i < _metrics.Length; i++)
            {
                var (metric, place) = _metrics[i];
                _readings[i] = _keda?.AnswerToHpa(metric, place, now, _replicas) ?? _case.Held(place!.Value).At(metric, _replicas);
            }
        }

        var result = _hpa.Reconcile(now, ScaleTargetStatus.AtRest(_replicas), _readings, trace);
        Change(now, result.DesiredReplicas, ScalingActor.Hpa, result.Outcome == HpaOutcome.Evaluated
            ? result.LimitReason.ToString()
            : result.Outcome.ToString());
        return result;
    }

    private void Change(long now, int replicas, ScalingActor by, string reason)
    {
        if (replicas != _replicas)
        {
            _changes.Add(new CountChange(now, _replicas, replicas, by, reason));
            _replicas = replicas;
        }
    }

    private MetricChoice? Choice(int replicas, in HpaReconciliation result) =>
        _hpa is not null && result.Outcome is HpaOutcome.Evaluated or HpaOutcome.MetricsFailed
            ? new MetricChoice(replicas, [.. _hpa!.Metrics], result.ProposingMetric < 0 ? null : result.ProposingMetric)
            : null;

    private string? Targets() => _hpa is null ? null : HpaTargets.Format(_hpa.Spec, _hpa.Metrics);

    /// <summary>How long the longest memory of the chain is, and two rounds more.</summary>
    private long QuietMilliseconds(long sync, long poll)
    {
        var quiet = _keda?.MemoryMilliseconds ?? 0;
        if (_hpa?.Spec is { } spec)
        {
            var (up, down) = (ResolvedRules.Up(spec.Behavior?.ScaleUp), ResolvedRules.Down(spec.Behavior?.ScaleDown, _case.Semantics.Hpa));
            quiet = Math.Max(quiet, Math.Max(up.StabilizationWindowMilliseconds, down.StabilizationWindowMilliseconds));
            quiet = Math.Max(quiet, Math.Max(up.LongestPeriodMilliseconds, down.LongestPeriodMilliseconds));
        }

        return quiet + (2 * Math.Max(sync, poll));
    }
}
