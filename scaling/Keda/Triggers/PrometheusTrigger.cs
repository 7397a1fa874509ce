using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>A prometheus trigger as KEDA understood it (pkg/scalers/prometheus_scaler.go, prometheusMetadata).</summary>
public sealed record PrometheusTrigger : ExternalMetricTrigger
{
    /// <inheritdoc/>
    public override string Type => "prometheus";

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

    /// <inheritdoc/>
    public override double ActivationValue => ActivationThreshold;

    /// <inheritdoc/>
    public override string TargetParameter => "threshold";

    /// <inheritdoc/>
    public override string? ActivationParameter => "activationThreshold";

    /// <inheritdoc/>
    protected override string ScalerMetricName => "prometheus";

    /// <inheritdoc/>
    public override MilliQuantity Target(KedaSemantics semantics) => KedaQuantity.FromValue(Threshold, semantics.Conversion);
}
