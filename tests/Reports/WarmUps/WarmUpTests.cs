using KedaStack.Checks;
using KedaStack.Reports.Rehearsals;

namespace KedaStack.Tests.Reports.Rehearsals;

/// <summary>A rehearsal that fails, or ends before the work begins, compiles nothing for anybody.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public void Explain_GoesThroughAllOfTheText()
    {
        var text = ExplainRehearsal.Run();

        Assert.StartsWith("45 means 5 replicas (1 -> 4 -> 5).", text, StringComparison.Ordinal);
        Assert.Contains("Assumed:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RunsEveryCheck()
    {
        var report = CheckRehearsal.Run();

        Assert.Equal(CheckCatalogue.OfStack.Count, report.Passed + report.Findings.Select(finding => finding.Check.Id).Distinct().Count());
        Assert.DoesNotContain(report.Findings, finding => finding.Found.StartsWith("the check itself failed", StringComparison.Ordinal));
    }

    [Fact]
    public void Simulate_ScalesOut()
    {
        var result = SimulateRehearsal.Run();

        Assert.NotEmpty(result.Decisions);
        Assert.NotEmpty(result.Points);
        Assert.Equal(6, result.Decisions[^1].To);
    }
}
