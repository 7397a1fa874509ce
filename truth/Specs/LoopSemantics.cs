using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>The model of the versions that a loop ran with.</summary>
public static class LoopSemantics
{
    /// <summary>The model.</summary>
    /// <param name="versions">The versions.</param>
    public static ScalingSemantics Of(RecordedVersions versions) => new()
    {
        Engine = PrometheusEngine.LeftOpen3,
        Keda = KedaSemantics.ForVersion(versions.KedaMinor, versions.KedaPatch),
        Hpa = HpaSemantics.ForKubernetes(versions.KubernetesMinor),
    };
}
