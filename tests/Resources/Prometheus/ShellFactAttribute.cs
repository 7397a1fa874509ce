namespace KedaStack.Tests.Resources.Prometheus;

/// <summary>A fact that needs /bin/sh; skipped, with the reason, where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public const string Shell = "/bin/sh";

    public ShellFactAttribute() => Skip = SkipReason;

    /// <summary>Why there is no shell; null when there is.</summary>
    public static string? SkipReason => File.Exists(Shell) ? null : $"{Shell} is not there.";
}
