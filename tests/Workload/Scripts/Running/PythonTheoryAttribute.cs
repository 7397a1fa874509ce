namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>A theory that is skipped, with the reason, where there is no python3.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute()
    {
        Skip = PythonInterpreter.SkipReason;
    }
}
