namespace KedaStack.Tests.Infra.Monitoring.Rules.Tools;

/// <summary>What promtool said.</summary>
/// <param name="ExitCode">0 if everything passed.</param>
/// <param name="Output">All of its output.</param>
internal sealed record PromtoolResult(int ExitCode, string Output)
{
    /// <summary>Whether everything passed.</summary>
    public bool Passed => ExitCode == 0;
}
