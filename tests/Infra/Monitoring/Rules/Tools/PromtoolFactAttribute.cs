namespace KedaStack.Tests.Infra.Monitoring.Rules.Tools;

/// <summary>A fact that is skipped, with the reason, where there is no promtool.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute()
    {
        Skip = Promtool.SkipReason;
    }
}
