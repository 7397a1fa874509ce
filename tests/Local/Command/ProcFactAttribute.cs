using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Command;

/// <summary>A fact that looks at processes through /proc; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProcFactAttribute : FactAttribute
{
    public ProcFactAttribute() => Skip = PythonInterpreter.SkipReason
        ?? (Directory.Exists("/proc/self/net") ? null : "processes are looked at through /proc, which is Linux' own");
}
