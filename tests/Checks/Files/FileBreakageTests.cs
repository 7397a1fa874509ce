using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Tests.Checks.Files.Conditions;

namespace KedaStack.Tests.Checks.Files;

public sealed class FileBreakageTests
{
    private static readonly IReadOnlyList<FileBreakage> _all = [.. AdmissionBreakages.All, .. AutoscalerBreakages.All, .. ScalingFileBreakages.All, .. QueueFileBreakages.All, .. WorkloadFileBreakages.All, .. NeighbourBreakages.All, .. SecondFileBreakages.All, .. TriggerConditions.All, .. ObjectConditions.All];

    public static TheoryData<string> Names => [.. _all.Select(breakage => breakage.Name)];

    public static TheoryData<string> FileChecks => [.. CheckCatalogue.All.Where(check => check.Info.IsOnlyForFiles).Select(check => check.Info.Id)];

    [Fact]
    public void App_AsItIs_HasNoFinding()
    {
        var report = CheckedFiles.Report(App.Yaml);

        Assert.Empty(report.Findings.Select(CheckedFiles.Shown));
        Assert.True(report.Passed > 35);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_OfTheApp_IsFoundByExactlyItsCheck(string name)
    {
        var breakage = _all.Single(one => one.Name == name);

        var findings = CheckedFiles.Report(breakage.Yaml).Findings.Where(finding => breakage.IsInformation || finding.Severity > Severity.Information).ToList();

        if (breakage.Check.Length == 0)
        {
            Assert.Empty(findings.Select(CheckedFiles.Shown));
            return;
        }

        var shown = string.Join("\n", findings.Select(CheckedFiles.Shown));
        string[] paths = breakage.AlsoAt.Length == 0 ? [breakage.Path] : [breakage.Path, breakage.AlsoAt];
        Assert.True(findings.TrueForAll(finding => finding.Check.Id == breakage.Check) && findings.Select(finding => finding.Path).SequenceEqual(paths), $"Found: {shown}");
        Assert.Contains(breakage.Found, findings[0].Found, StringComparison.Ordinal);
        Assert.NotEmpty(findings[0].Expected);
        Assert.Contains(breakage.Expected, findings[0].Expected, StringComparison.Ordinal);
        Assert.True(findings[0].Resource?.Origin?.PlaceOf(breakage.Path).Line > 1, shown);
    }

    [Theory]
    [MemberData(nameof(FileChecks))]
    public void Check_OfFilesOnly_HasAChangeThatBreaksIt(string id) => Assert.Contains(_all, breakage => breakage.Check == id);

    [Fact]
    public void Changes_Always_AreNamedOnce() => Assert.Equal(_all.Count, _all.DistinctBy(breakage => breakage.Name).Count());
}
