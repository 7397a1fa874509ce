using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Triggers;

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
    private const int MostChecks = 200;

    private readonly ScalingCase _case;
    private readonly HpaReconciler? _hpa;
    private readonly KedaPolls? _keda;
    private readonly (MetricSource Metric, int? Place)[] _metrics;
    private readonly MetricReading[] _readings;
    private readonly List<CountChange> _changes = [];
    private readonly List<OutageCheck> _checks = [];
    private readonly ExternalMetricTrigger? _failing;
    private int _replicas;

    public ForecastRun(ScalingCase scalingCase)
    {
        _case = scalingCase;
        _replicas = scalingCase.CurrentReplicas;
        _hpa = scalingCase.Hpa is { } spec ? Reconciler(scalingCase, spec) : null;
        _keda = scalingCase.ScaledObject is null ? null : new KedaPolls(scalingCase);
        _metrics = [.. scalingCase.Metrics];
        _readings = new MetricReading[_metrics.Length];
        _failing = scalingCase.ScaledObject?.Triggers.OfType<ExternalMetricTrigger>()
            .FirstOrDefault(trigger => scalingCase.Answers[IndexOf(scalingCase.ScaledObject.Triggers, trigger)].Error is not null);
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
                    AddSync(now, before, result);
                }

                if (now == 0 && firstSync is not null)
                {
                    holds = result.Stabilized != result.Proposal;
                    (targets, conditions) = (Targets(), _hpa!.Conditions.Describe(_hpa.Spec.Namespace));
                }
            }
            else
            {
                var before = _replicas;
                Change(now, _keda!.Poll(now, _replicas, _hpa?.Conditions.IsScalingActive ?? false), ScalingActor.Keda, _keda.Reason);
                nextPoll += poll;
                if (firstSync is not null && _failing is not null && _checks.Count < MostChecks)
                {
                    _checks.Add(new OutageCheck(now, ScalingActor.Keda, _keda.Metrics.Failures(_failing), null, _keda.Kind, before, _replicas));
                }
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
            Checks = _checks,
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

    private static int IndexOf(IReadOnlyList<Trigger> triggers, Trigger trigger) => triggers.ToList().FindIndex(other => ReferenceEquals(other, trigger));

    private void AddSync(long now, int before, in HpaReconciliation result)
    {
        if (_failing is null || _checks.Count >= MostChecks || result.Outcome is not (HpaOutcome.Evaluated or HpaOutcome.MetricsFailed))
        {
            return;
        }

        var name = _case.ScaledObject!.Modifiers is null ? _failing.MetricName : ScalingModifiers.MetricName;
        var place = Array.FindIndex(_metrics, metric => metric.Metric.Name == name);
        var value = _hpa!.Metrics[place] is { Error: null } proposal ? proposal.UsageMilli : (long?)null;
        _checks.Add(new OutageCheck(now, ScalingActor.Hpa, _keda!.Metrics.Failures(_failing), value, null, before, _replicas));
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
