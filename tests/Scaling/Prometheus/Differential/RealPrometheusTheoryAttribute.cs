namespace KedaStack.Tests.Scaling.Prometheus.Differential;

/// <summary>A theory against a real Prometheus server; skipped where Debian's package <c>prometheus</c> is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealPrometheusTheoryAttribute : TheoryAttribute
{
    public RealPrometheusTheoryAttribute() => Skip = new RealPrometheusFactAttribute().Skip;
}
