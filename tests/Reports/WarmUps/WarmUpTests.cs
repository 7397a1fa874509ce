using KedaStack.Checks;
using KedaStack.Reports.WarmUps;

namespace KedaStack.Tests.Reports.WarmUps;

/// <summary>A warm-up that fails, or ends before the work begins, compiles nothing for anybody.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public void Explain_GoesThroughAllOfTheText()
    {
        var text = ExplainWarmUp.Run();

        Assert.StartsWith("45 means 5 replicas (1 -> 4 -> 5).", text, StringComparison.Ordinal);
        Assert.Contains("Assumed:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RunsEveryCheck()
    {
        var report = CheckWarmUp.Run();

        Assert.Equal(CheckCatalogue.OfStack.Count, report.Passed + report.Findings.Select(finding => finding.Check.Id).Distinct().Count());
        Assert.DoesNotContain(report.Findings, finding => finding.Found.StartsWith("the check itself failed", StringComparison.Ordinal));
    }

    [Fact]
    public void Simulate_GoesThroughAllOfTheText()
    {
        var text = SimulateWarmUp.Run("The note.");

        Assert.Contains("1 -> ", text, StringComparison.Ordinal);
        Assert.Contains("Figures", text, StringComparison.Ordinal);
        Assert.Contains("The note.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PreviewJson_WritesAResource() => Assert.Contains("\"name\": \"resource\"", PreviewJsonWarmUp.Run(), StringComparison.Ordinal);
}
