using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Scaling;

/// <summary>Which versions of the chain are modelled, and what their documentation leaves open.</summary>
public sealed record ScalingSemantics
{
    /// <summary>Azure Monitor managed Prometheus, KEDA 2.20.2 and Kubernetes 1.35.</summary>
    public static ScalingSemantics Default { get; } = new();

    /// <summary>The query engine.</summary>
    /// <value>The default is <see cref="PrometheusEngine.LeftOpen3"/>. Azure's own engine is unpublished: at the very
    /// ends of a range the model promises nothing for it.</value>
    public PrometheusEngine Engine { get; init; } = PrometheusEngine.LeftOpen3;

    /// <summary>How old the newest sample is that a query sees, besides the time to the next scrape.</summary>
    /// <value>The default is 0; a managed store has some seconds.</value>
    public TimeSpan IngestionLag { get; init; } = TimeSpan.Zero;

    /// <summary>KEDA.</summary>
    /// <value>The default is <see cref="KedaSemantics.Default"/>.</value>
    public KedaSemantics Keda { get; init; } = KedaSemantics.Default;

    /// <summary>The HPA controller.</summary>
    /// <value>The default is <see cref="HpaSemantics.Default"/>.</value>
    public HpaSemantics Hpa { get; init; } = HpaSemantics.Default;
}
