using KedaStack.Tests.Scaling.Prometheus.Differential;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

/// <summary>A fact that needs both python3 and a real Prometheus; skipped, with the reason, without.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LocalPrometheusFactAttribute : FactAttribute
{
    public LocalPrometheusFactAttribute() => Skip = PythonInterpreter.SkipReason
        ?? (RealPrometheus.Find(RealPrometheus.Server) is null ? "prometheus is not on the PATH (apt-get install prometheus)" : null);
}
