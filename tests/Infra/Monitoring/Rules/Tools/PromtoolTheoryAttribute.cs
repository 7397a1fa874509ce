namespace KedaStack.Tests.Infra.Monitoring.Rules.Tools;

/// <summary>A theory that is skipped, with the reason, where there is no promtool.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PromtoolTheoryAttribute : TheoryAttribute
{
    public PromtoolTheoryAttribute()
    {
        Skip = Promtool.SkipReason;
    }
}
