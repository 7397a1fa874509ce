namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>A fact that is skipped, with the reason, where there is no python3.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        Skip = PythonInterpreter.SkipReason;
    }
}
