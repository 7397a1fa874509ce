namespace KedaStack.Tests.Scaling.Prometheus.Differential;

/// <summary>A test against a real Prometheus server; skipped where Debian's package <c>prometheus</c> is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealPrometheusFactAttribute : FactAttribute
{
    public RealPrometheusFactAttribute()
    {
        string[] programs = [RealPrometheus.Server, RealPrometheus.Tool];
        var missing = programs.Where(program => RealPrometheus.Find(program) is null).ToArray();
        if (missing.Length > 0)
        {
            Skip = $"{string.Join(" and ", missing)} not found on the PATH (apt-get install prometheus)";
        }
    }
}
