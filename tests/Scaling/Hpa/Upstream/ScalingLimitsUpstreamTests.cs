using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>TestScalingWithRules, TestConvertDesiredReplicasWithRules and the limit tests of horizontal_test.go.</summary>
public sealed class ScalingLimitsUpstreamTests
{
    public static TheoryData<string> WithRules => UpstreamTable.Names("scaling_with_rules.txt");

    public static TheoryData<string> Legacy => UpstreamTable.Names("convert_with_rules.txt");

    public static TheoryData<string> Limits => UpstreamTable.Names("policy_limits.txt");

    [Theory]
    [MemberData(nameof(WithRules))]
    public void WithBehavior_UpstreamCase_SameReplicasAndReason(string name)
    {
        var row = UpstreamTable.Case("scaling_with_rules.txt", name);
        var policies = new PolicyLimits(
            ResolvedRules.Up(HpaCase.Rules(row["up"])),
            ResolvedRules.Down(HpaCase.Rules(row["down"]), HpaSemantics.Default),
            HpaCase.Events(row["upEvents"]),
            HpaCase.Events(row["downEvents"]),
            ScaleEventAccounting.BothDirections);

        var stage = ScalingLimits.WithBehavior(
            row.Int("current"), row.Int("desired"), row.Int("min"), row.Int("max"), policies, HpaCase.Now);

        Assert.Equal((row.Int("expected"), row["reason"]), (stage.Replicas, stage.Reason.ToString()));
    }

    [Theory]
    [MemberData(nameof(Legacy))]
    public void WithoutBehavior_UpstreamCase_SameReplicasAndReason(string name)
    {
        var row = UpstreamTable.Case("convert_with_rules.txt", name);

        var stage = ScalingLimits.WithoutBehavior(
            row.Int("current"), row.Int("desired"), row.Int("min"), row.Int("max"), HpaCase.Semantics);

        Assert.Equal((row.Int("expected"), row["reason"]), (stage.Replicas, stage.Reason.ToString()));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void PolicyLimits_UpstreamCase_SameLimit(string name)
    {
        var row = UpstreamTable.Case("policy_limits.txt", name);
        var rules = new ScalingRules
        {
            SelectPolicy = Enum.Parse<SelectPolicy>(row["select"]),
            Policies = row["policies"].Split("; ").Select(text => ScalingPolicy.TryParse(text)!).ToArray(),
        };
        var limits = new PolicyLimits(
            ResolvedRules.Up(rules), ResolvedRules.Down(rules, HpaSemantics.Default), new(), new(), ScaleEventAccounting.BothDirections);

        var limit = row["direction"] == "Up" ? limits.ScaleUpLimit(row.Int("current"), 0) : limits.ScaleDownLimit(row.Int("current"), 0);

        Assert.Equal(row.Int("expected"), limit);
    }
}
