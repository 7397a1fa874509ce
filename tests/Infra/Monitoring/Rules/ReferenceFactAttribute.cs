using KedaStack.Tests.Infra.Monitoring.Rules.Tools;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

/// <summary>A fact that is skipped, with the reason, where there is no promtool or no reference file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        Skip = Promtool.SkipReason
            ?? (File.Exists(ReferenceRules.File) ? null : $"There is no {ReferenceRules.File}, with which the rules are compared.");
    }
}
