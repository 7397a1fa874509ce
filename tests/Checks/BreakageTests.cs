using KedaStack.Checks;
using KedaStack.Tests.Checks.Breakages;

namespace KedaStack.Tests.Checks;

public sealed class BreakageTests
{
    private static readonly IReadOnlyList<Breakage> _all =
    [
        .. IdentityBreakages.All, .. QueryBreakages.All, .. ScalingBreakages.All, .. WorkloadBreakages.All,
        .. SecurityBreakages.All, .. DestroyBreakages.All, .. VersionBreakages.All, .. MonitoringBreakages.All, .. AzureBreakages.All,
    ];

    public static TheoryData<string> Names => [.. _all.Select(breakage => breakage.Name)];

    public static TheoryData<string> Stacks => [.. PreviewedStacks.Names];

    public static TheoryData<string> Checks => [.. CheckCatalogue.OfStack.Select(check => check.Info.Id)];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void RealStack_OfEachVariant_HasTheTwoFindingsForInformation(string name)
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(name));

        Assert.Equal(["cooldown-without-effect", "polling-without-effect"], report.Findings.Select(finding => finding.Check.Id));
        Assert.Equal((2, 0), (report.Informations, report.Errors));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_OfOneKind_IsFoundByItsCheckAndNoOther(string name)
    {
        var breakage = _all.Single(one => one.Name == name);
        var real = PreviewedStacks.Of(breakage.Stack);

        var findings = CheckedStack.NewFindings(real, breakage.Make(real));

        Assert.True(
            findings.Select(finding => finding.Check.Id).ToHashSet().SetEquals([breakage.Check, .. breakage.Also]),
            $"Found: {string.Join("\n", findings.Select(CheckedStack.Shown))}");
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Check_OfTheCatalogue_HasAStackThatBreaksIt(string id) =>
        Assert.Contains(_all, breakage => breakage.Check == id);

    [Fact]
    public void Mistakes_Always_AreNamedOnce() =>
        Assert.Equal(_all.Count, _all.DistinctBy(breakage => breakage.Name).Count());
}
