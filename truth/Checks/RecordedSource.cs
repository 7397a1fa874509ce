using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Truth.Rates;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Checks;

/// <summary>What KEDA got when it asked a trigger's source at a time; where it did not ask, what it would have got.</summary>
internal sealed class RecordedSource
{
    private const int NoAnswer = 503;

    // From KEDA's query to the end of the HPA's read.
    private const long SeenLater = 250;

    private readonly RecordedLoop _loop;
    private readonly ExternalMetricTrigger _trigger;
    private readonly QueryOwners? _owners;
    private readonly RecordedPrometheus? _prometheus;
    private readonly KedaSemantics _semantics;
    private readonly long _evaluationPhase;
    private readonly DateTimeOffset? _begin;

    public RecordedSource(RecordedLoop loop, ExternalMetricTrigger trigger, KedaSemantics semantics, PrometheusEngine engine)
    {
        (_loop, _trigger, _semantics, _owners) = (loop, trigger, semantics, QueryOwners.Of(loop, trigger));
        _evaluationPhase = loop.Queries.FirstOrDefault(asked => asked.EvaluatedAtMilliseconds is not null)?.EvaluatedAtMilliseconds ?? 0;
        switch (trigger)
        {
            case PrometheusTrigger prometheus:
                _prometheus = new RecordedPrometheus(loop, QueryExpression.Parse(prometheus.Query), engine);
                break;
            case CronTrigger:
                _begin = RecordedClock.Begin(loop);
                break;
            default:
                break;
        }
    }

    /// <summary>The place of the trigger.</summary>
    public int TriggerIndex => _trigger.TriggerIndex;

    /// <summary>When the checks asked the source; null where that was not recorded.</summary>
    public IReadOnlyList<RecordedQuery>? ByChecks => _owners?.ByChecks;

    /// <summary>Whether a query was recorded at about a time.</summary>
    public static bool Asked(IReadOnlyList<RecordedQuery> queries, long at, long tolerance) =>
        queries.Any(query => Math.Abs(query.AtMilliseconds - at) <= tolerance);

    /// <summary>The answer.</summary>
    /// <param name="trigger">The trigger as it is then.</param>
    /// <param name="now">The time.</param>
    /// <param name="isCheck">Whose queries are looked at.</param>
    public ScalerReading Ask(ExternalMetricTrigger trigger, long now, bool isCheck)
    {
        var recorded = Nearest(isCheck ? _owners?.ByChecks : _owners?.ForHpa, now);
        return trigger switch
        {
            PrometheusTrigger prometheus => Answer(prometheus, recorded, now),
            CronTrigger cron => cron.Read(_begin!.Value.AddMilliseconds(now)),
            _ => ScalerReading.Of(recorded?.Values![0] ?? Length(now, isCheck)),
        };
    }

    private static RecordedQuery? Nearest(IReadOnlyList<RecordedQuery>? queries, long now) =>
        queries?.MinBy(query => Math.Abs(query.AtMilliseconds - now)) is { } nearest
        && Math.Abs(nearest.AtMilliseconds - now) <= CheckTimes.SameTime + SeenLater
            ? nearest
            : null;

    private ScalerReading Answer(PrometheusTrigger trigger, RecordedQuery? recorded, long now) => recorded switch
    {
        null => PrometheusScaler.Read(_prometheus!.Evaluate(EvaluatedAt(now), now), trigger, _semantics),
        { Values: { } values } => PrometheusScaler.Read(values.Count == 0 ? null : values[0], trigger, _semantics),
        _ => PrometheusScaler.Read(InstantQueryResponse.Failed(recorded.Status ?? NoAnswer), trigger, _semantics),
    };

    // What the HPA read; else what was known of the queue last.
    private double Length(long now, bool isCheck)
    {
        if (!isCheck && QueryOwners.Reads(_loop, _trigger).FirstOrDefault(read => read.AtMilliseconds == now) is { ValuesMilli: [var milli] })
        {
            return milli / 1000.0;
        }

        var lengths = _loop.QueueReads.Count > 0 ? _loop.QueueReads : _loop.QueueCounts;
        return lengths.LastOrDefault(length => length.AtMilliseconds <= now).Messages;
    }

    private long EvaluatedAt(long now) => now - ((((now - _evaluationPhase) % 1000) + 1000) % 1000);
}
