using System.Collections.Immutable;
using KedaStack.Infra.Monitoring.Rules;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

public class RuleEquivalenceTests
{
    private static readonly ImmutableArray<RecordingRule> _all = [.. NodeRules.Group.Rules, .. KubernetesRules.Group.Rules];

    [ReferenceFact]
    public void Rules_SyntheticSeries_RecordWhatTheReferenceRecords()
    {
        var comparison = new RuleComparison([.. ReferenceRules.Node, .. ReferenceRules.Kubernetes]);
        foreach (var rule in _all)
        {
            comparison.Add(rule, rule.Record);
        }

        var result = comparison.Run();

        Assert.True(result.Passed, result.Output);
    }

    [ReferenceFact]
    public void WrongRules_SyntheticSeries_AreAllFoundToDiffer()
    {
        var comparison = new RuleComparison([.. ReferenceRules.Node, .. ReferenceRules.Kubernetes]);
        var wrongRules = WrongExpression.All
            .SelectMany((wrong, number) => wrong.ApplyTo(_all)
                .Select(rule => rule with { Record = $"wrong{number}:{rule.Record}" }))
            .ToArray();
        foreach (var rule in wrongRules)
        {
            comparison.Add(rule, rule.Record[(rule.Record.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }

        var result = comparison.Run();

        Assert.All(wrongRules, rule =>
            Assert.True(RuleComparison.FoundDifference(result, rule), $"{rule.Record}: {rule.Expression}"));
    }

    [Fact]
    public void WrongExpressions_EachChangeARule() =>
        Assert.All(WrongExpression.All, wrong => Assert.NotEmpty(wrong.ApplyTo(_all)));

    [Fact]
    public void WrongExpressions_TouchEveryRecord() =>
        Assert.Empty(_all.Select(rule => rule.Record).Except(WrongExpression.All.Select(wrong => wrong.Record)));
}
