using KedaStack.Tests.Scaling.Prometheus.Differential;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

/// <summary>A fact about a full disk; skipped, with the reason, where none can be made.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute() => Skip = PythonInterpreter.SkipReason
        ?? (RealPrometheus.Find(RealPrometheus.Server) is null ? "prometheus is not on the PATH (apt-get install prometheus)" : null)
        ?? FullDisk.SkipReason;
}
