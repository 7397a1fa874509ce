namespace KedaStack.Tests.Resources.Prometheus;

/// <summary>A theory that needs /bin/sh; skipped, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute() => Skip = ShellFactAttribute.SkipReason;
}
