using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Truth.Rates;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Checks;

/// <summary>What KEDA got when it asked Prometheus at a time; where it did not ask, what it would have got.</summary>
internal sealed class RecordedSource
{
    private const int NoAnswer = 503;

    private readonly RecordedQuery[] _checks;
    private readonly RecordedQuery[] _hpa;
    private readonly RecordedPrometheus _prometheus;
    private readonly KedaSemantics _semantics;
    private readonly long _evaluationPhase;

    public RecordedSource(RecordedLoop loop, QueryOwners owners, string query, KedaSemantics semantics, PrometheusEngine engine)
    {
        (_checks, _hpa, _semantics) = ([.. owners.ByChecks], [.. owners.ForHpa], semantics);
        _prometheus = new RecordedPrometheus(loop, QueryExpression.Parse(query), engine);
        _evaluationPhase = loop.Queries.FirstOrDefault(asked => asked.EvaluatedAtMilliseconds is not null)?.EvaluatedAtMilliseconds ?? 0;
    }

    /// <summary>Whose queries are looked at.</summary>
    public bool IsCheck { get; set; }

    /// <summary>Whether a query was recorded at about a time.</summary>
    public static bool Asked(IReadOnlyList<RecordedQuery> queries, long at, long tolerance) =>
        queries.Any(query => Math.Abs(query.AtMilliseconds - at) <= tolerance);

    /// <summary>The answer.</summary>
    public ScalerReading Ask(PrometheusTrigger trigger, long now)
    {
        var nearest = (IsCheck ? _checks : _hpa).MinBy(query => Math.Abs(query.AtMilliseconds - now));
        if (nearest is null || Math.Abs(nearest.AtMilliseconds - now) > CheckTimes.SameTime + SeenLater)
        {
            return PrometheusScaler.Read(_prometheus.Evaluate(EvaluatedAt(now), now), trigger, _semantics);
        }

        return nearest.Values is { } values
            ? PrometheusScaler.Read(values.Count == 0 ? null : values[0], trigger, _semantics)
            : PrometheusScaler.Read(InstantQueryResponse.Failed(nearest.Status ?? NoAnswer), trigger, _semantics);
    }

    // From KEDA's query to the end of the HPA's read.
    private const long SeenLater = 250;

    private long EvaluatedAt(long now) => now - ((((now - _evaluationPhase) % 1000) + 1000) % 1000);
}
