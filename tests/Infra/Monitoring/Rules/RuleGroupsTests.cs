using System.Collections.Immutable;
using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

public class RuleGroupsTests
{
    private static readonly ImmutableArray<RecordingRule> _all = [.. NodeRules.Group.Rules, .. KubernetesRules.Group.Rules];

    [Fact]
    public void NodeRules_AreEleven()
    {
        Assert.Equal("NodeRecordingRulesRuleGroup", NodeRules.Group.Name);
        Assert.Equal(11, NodeRules.Group.Rules.Length);
    }

    [Fact]
    public void KubernetesRules_AreNineteen()
    {
        Assert.Equal("KubernetesRecordingRulesRuleGroup", KubernetesRules.Group.Name);
        Assert.Equal(19, KubernetesRules.Group.Rules.Length);
    }

    [Fact]
    public void Groups_FitIntoWhatAzureTakes() =>
        Assert.All([NodeRules.Group, KubernetesRules.Group], group =>
            Assert.InRange(group.Rules.Length, 1, RecordingRuleGroup.MaximumRules));

    [Fact]
    public void Rules_ReadNoRecord() =>
        Assert.All(_all, rule => Assert.DoesNotContain(
            _all, other => rule.Expression.Contains(other.Record, StringComparison.Ordinal)));

    [ReferenceFact]
    public void NodeRules_AreThoseOfTheReferenceInOrder() => AssertSameRecords(ReferenceRules.Node, NodeRules.Group.Rules);

    [ReferenceFact]
    public void KubernetesRules_AreThoseOfTheReferenceInOrder() =>
        AssertSameRecords(ReferenceRules.Kubernetes, KubernetesRules.Group.Rules);

    [PromtoolFact]
    public void Rules_PassTheSyntaxCheck()
    {
        using var test = new RuleTest();

        var result = Promtool.CheckRules(test.AddRules("ours", _all));

        Assert.True(result.Passed, result.Output);
        Assert.Contains($"{_all.Length} rules found", result.Output, StringComparison.Ordinal);
    }

    private static void AssertSameRecords(IEnumerable<RecordingRule> expected, IEnumerable<RecordingRule> actual) =>
        Assert.Equal(expected.Select(Text), actual.Select(Text));

    private static string Text(RecordingRule rule) =>
        $"{rule.Record} {string.Join(',', rule.Labels.Select(label => $"{label.Key}={label.Value}"))}";
}
