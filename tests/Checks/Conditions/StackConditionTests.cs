using KedaStack.Checks;

namespace KedaStack.Tests.Checks.Conditions;

public sealed class StackConditionTests
{
    private static readonly IReadOnlyList<StackCondition> _all = [.. AzureConditions.All, .. IdentityConditions.All, .. MonitoringConditions.All, .. NameConditions.All, .. QueryConditions.All, .. ScalingConditions.All, .. ValueConditions.All, .. WorkloadConditions.All];

    public static TheoryData<string> Names => [.. _all.Select(condition => condition.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Change_OfOneCondition_IsFoundByItsCheckOrNot(string name)
    {
        var condition = _all.Single(one => one.Name == name);
        var real = PreviewedStacks.Of(condition.Stack);
        Assert.Contains(CheckCatalogue.OfStack, check => check.Info.Id == condition.Check);

        var found = CheckedStack.NewFindings(real, condition.Make(real)).Where(finding => finding.Check.Id == condition.Check).ToList();

        var shown = string.Join("\n", found.Select(CheckedStack.Shown));
        Assert.True(found.Select(finding => finding.Path).SequenceEqual(condition.Path is null ? [] : [condition.Path]), $"Found: {shown}");
        Assert.Contains(condition.Words, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("the check itself failed", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_Always_AreNamedOnce() => Assert.Equal(_all.Count, _all.DistinctBy(condition => condition.Name).Count());
}
