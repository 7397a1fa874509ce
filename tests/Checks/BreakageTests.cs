using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Tests.Checks.Breakages;
using KedaStack.Tests.ScenarioTests;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Checks;

public sealed class BreakageTests
{
    private static readonly IReadOnlyList<Breakage> _all =
    [
        .. IdentityBreakages.All, .. QueryBreakages.All, .. ScalingBreakages.All, .. WorkloadBreakages.All,
        .. SecurityBreakages.All, .. DestroyBreakages.All, .. VersionBreakages.All, .. MonitoringBreakages.All, .. AzureBreakages.All,
        .. ConditionBreakages.All, .. GivenBreakages.All,
    ];

    private const string Expected = "tests/Checks/Breakages/findings.txt";

    private static readonly bool _isWritten = Environment.GetEnvironmentVariable(Scenario.Switch) == "write";

    // What each mistake is found as: resource, path, found and expected.
    private static readonly Dictionary<string, string> _expected = Read();

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
        var findings = Findings(_all.Single(one => one.Name == name));

        var breakage = _all.Single(one => one.Name == name);
        Assert.True(
            findings.Select(finding => finding.Check.Id).ToHashSet().SetEquals([breakage.Check, .. breakage.Also]),
            $"Found: {string.Join("\n", findings.Select(CheckedStack.Shown))}");
        Assert.DoesNotContain(findings, finding => finding.Found.StartsWith("the check itself failed", StringComparison.Ordinal));
        Assert.True(_isWritten || _expected.GetValueOrDefault(name) == Words(findings), $"{Expected} has\n{_expected.GetValueOrDefault(name)}\nand it is\n{Words(findings)}\n{Scenario.Switch}=write writes it, for a review.");
    }

    [Fact]
    public void Findings_Written_AreThoseOfTheMistakes()
    {
        var all = string.Join('\n', _all.Select(breakage => $"{breakage.Name}\n{Words(Findings(breakage))}"));
        if (_isWritten)
        {
            File.WriteAllText(RepositoryRoot.PathOf(Expected), all);
        }

        Assert.Equal(RepositoryRoot.Read(Expected), all);
    }

    private static IReadOnlyList<Finding> Findings(Breakage breakage)
    {
        var real = PreviewedStacks.Of(breakage.Stack);
        return CheckedStack.NewFindings(real, breakage.Make(real));
    }

    /// <summary>Where, what was found and what was expected, a line each.</summary>
    private static string Words(IReadOnlyList<Finding> findings) =>
        string.Concat(findings.Select(finding => $"  {finding.Check.Id}: {finding.Place}: {finding.Found.ReplaceLineEndings(" ")} -> {finding.Expected.ReplaceLineEndings(" ")}\n"));

    private static Dictionary<string, string> Read()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in File.Exists(RepositoryRoot.PathOf(Expected)) ? RepositoryRoot.Read(Expected).Split('\n') : [])
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                words[name] = words.GetValueOrDefault(name) + line + "\n";
            }
            else
            {
                name = line.Length > 0 ? line : name;
            }
        }

        return words;
    }

    public static TheoryData<string> LegalNames => [.. LegalChanges.All.Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(LegalNames))]
    public void Change_ThatIsLegal_IsNotFoundByTheCheck(string name)
    {
        var change = LegalChanges.All.Single(one => one.Name == name);
        var real = PreviewedStacks.Of(change.Stack);
        var changed = change.Make(real);

        Assert.Contains(CheckCatalogue.OfStack, check => check.Info.Id == change.Check);
        Assert.NotEqual(real, changed);
        Assert.Empty(CheckedStack.NewFindings(real, changed).Where(finding => finding.Check.Id == change.Check).Select(CheckedStack.Shown));
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Check_OfTheCatalogue_HasAStackThatBreaksIt(string id) =>
        Assert.Contains(_all, breakage => breakage.Check == id);

    [Fact]
    public void Mistakes_Always_AreNamedOnce() =>
        Assert.Equal(_all.Count, _all.DistinctBy(breakage => breakage.Name).Count());
}
