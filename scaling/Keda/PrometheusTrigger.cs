using KedaStack.Scaling.Hpa;

namespace KedaStack.Scaling.Keda;

/// <summary>A prometheus trigger as KEDA understood it (pkg/scalers/prometheus_scaler.go, prometheusMetadata).</summary>
public sealed record PrometheusTrigger
{
    /// <summary>The trigger's place in the ScaledObject, from 0.</summary>
    public int TriggerIndex { get; init; }

    /// <summary>The metric's name on the HPA: <c>s0-prometheus</c>.</summary>
    public string MetricName => FormattableString.Invariant($"s{TriggerIndex}-prometheus");

    /// <summary>The address; <c>/api/v1/query</c> is appended as it is, so a trailing slash gives two.</summary>
    public required string ServerAddress { get; init; }

    /// <summary>The query; its result must have one element.</summary>
    public required string Query { get; init; }

    /// <summary>The target; what is not positive reads well, but the API server refuses the HPA made from it.</summary>
    public required double Threshold { get; init; }

    /// <summary>The value above which the trigger is active.</summary>
    /// <value>The default is 0.</value>
    public double ActivationThreshold { get; init; }

    /// <summary>Whether an empty answer, NaN and infinity are 0 (true) or an error (false).</summary>
    /// <value>The default is true.</value>
    public bool IgnoreNullValues { get; init; } = true;

    /// <summary>What the HPA compares the target with.</summary>
    /// <value>The default is <see cref="MetricTargetType.AverageValue"/>.</value>
    public MetricTargetType MetricType { get; init; } = MetricTargetType.AverageValue;

    /// <summary>The namespace that is sent with the query, for Thanos.</summary>
    /// <value>Empty: none.</value>
    public string Namespace { get; init; } = "";

    /// <summary>Further parameters of the query.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string> QueryParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Further headers of the request.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string> CustomHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the server's certificate is not checked.</summary>
    /// <value>The default is false.</value>
    public bool UnsafeSsl { get; init; }

    /// <summary>How long the query may take.</summary>
    /// <value>Null or zero: KEDA's own timeout, 3 s.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How it authenticates itself.</summary>
    /// <value>The default is without.</value>
    public PrometheusAuth Auth { get; init; } = new();

    /// <summary>Whether the HPA gets what the last poll saw; the HPA sees data up to a polling interval old then.</summary>
    /// <value>The default is false.</value>
    public bool UseCachedMetrics { get; init; }

    /// <summary>Whether a value makes the trigger active: strictly above the activation threshold; NaN never does.</summary>
    /// <param name="value">The value.</param>
    public bool IsActive(double value) => value > ActivationThreshold;

    /// <summary>The metric of the HPA that KEDA makes.</summary>
    /// <param name="scaledObjectName">The ScaledObject's name, by which KEDA finds the metric again.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public ExternalMetricSource ToMetric(string scaledObjectName, KedaSemantics? semantics = null) => new()
    {
        Name = MetricName,
        TargetType = MetricType,
        Target = KedaQuantity.FromValue(Threshold, (semantics ?? KedaSemantics.Default).Conversion),
        MatchLabels = [new("scaledobject.keda.sh/name", scaledObjectName)],
    };
}
