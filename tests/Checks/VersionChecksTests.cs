using KedaStack.Resources.Graph;
using KedaStack.Tests.Checks.Breakages;

namespace KedaStack.Tests.Checks;

/// <summary>What the checks of versions let pass, at the versions around each change.</summary>
public sealed class VersionChecksTests
{
    private const string Aks = "ManagedCluster/aks";
    private const string Keda = "Release/keda";

    private static readonly string[] _checks =
        ["keda-version", "fallback-behavior-version", "keda-removed-field", "keda-upgrade", "kubernetes-support"];

    [Theory]
    [InlineData("2.9.3", "keda-version")]
    [InlineData("2.10.0")]
    [InlineData("2.20.2")]
    [InlineData("2.21.1")]
    [InlineData("2.22.0")]
    [InlineData("3.0.0")]
    public void Chart_OfEachVersion_WorksFrom210(string version, params string[] expected) => Assert.Equal(
        expected, Found(PreviewedStacks.Of(PreviewedStacks.Default).With(Keda, "version", version)));

    [Theory]
    [InlineData("2.16.1", "fallback-behavior-version")]
    [InlineData("2.17.0")]
    public void Fallback_WithABehavior_WorksFrom217(string version, params string[] expected) => Assert.Equal(
        expected, Found(VersionBreakages.WithFallback(PreviewedStacks.Of(PreviewedStacks.Default)).With(Keda, "version", version)));

    [Theory]
    [InlineData("2.17.2")]
    [InlineData("2.18.0", "keda-removed-field")]
    public void Cpu_WithItsTypeInTheMetadata_WorksUpTo217(string version, params string[] expected) => Assert.Equal(
        expected, Found(VersionBreakages.WithCpu(PreviewedStacks.Of(PreviewedStacks.Default), "cpu").With(Keda, "version", version)));

    // By the table 1.33 has 2.16.1, by release notes 2.17: what works by either is no error.
    [Theory]
    [InlineData("1.31", "fallback-behavior-version", "kubernetes-support")]
    [InlineData("1.33", "kubernetes-support")]
    [InlineData("1.34")]
    public void AddOn_WithABehaviorOfTheFallback_WorksFrom133(string kubernetes, params string[] expected) => Assert.Equal(
        expected, Found(VersionBreakages.WithFallback(AddOn(kubernetes))));

    [Fact]
    public void AddOn_BeforeBehaviorsOfTheFallback_IsNamedAsBothSourcesDo() => Assert.Equal(
        "static, with KEDA 2.14.1, or 2.16.0 by AKS' release notes",
        CheckedStack.Report(VersionBreakages.WithFallback(AddOn("1.32"))).Findings
            .Single(one => one.Check.Id == "fallback-behavior-version").Found);

    [Theory]
    [InlineData("1.34", "keda-upgrade")]
    [InlineData("1.35", "keda-upgrade")]
    [InlineData("1.36", "keda-removed-field")]
    [InlineData("1.40", "keda-removed-field")]
    public void AddOn_WithCpusTypeInTheMetadata_BreaksWith136(string kubernetes, params string[] expected) => Assert.Equal(
        expected, Found(VersionBreakages.WithCpu(AddOn(kubernetes), "memory")));

    [Fact]
    public void Upgrade_OfTheAddOn_NamesTheVersionThatBreaks()
    {
        var finding = CheckedStack.Report(VersionBreakages.WithCpu(AddOn("1.35"), "cpu")).Findings.Single(one => one.Check.Id == "keda-upgrade");

        Assert.Equal("spec.triggers[1].metadata.type", finding.Path);
        Assert.Equal("Utilization, which works until Kubernetes 1.36 brings KEDA 2.19.0", finding.Found);
        Assert.Equal("metricType beside metadata, without metadata.type", finding.Expected);
    }

    [Theory]
    [InlineData("1.33", "Free", "kubernetes-support")]
    [InlineData("1.34", "Free")]
    [InlineData("1.36.1", "Standard")]
    [InlineData("1.37", "Free")]
    [InlineData("1.40", "Free")]
    [InlineData("1.30", "Premium", "kubernetes-support")]
    [InlineData("1.31", "Premium")]
    [InlineData("1.33", "Premium")]
    public void Kubernetes_OutOfSupport_IsFoundByTheTable(string version, string tier, params string[] expected) => Assert.Equal(
        expected,
        Found(PreviewedStacks.Of(PreviewedStacks.Default).With(Aks, "kubernetesVersion", version).With(Aks, "sku.tier", tier)));

    [Fact]
    public void Kubernetes_OutOfSupport_SaysByWhichTable()
    {
        var stack = PreviewedStacks.Of(PreviewedStacks.Default).With(Aks, "kubernetesVersion", "1.32.5");

        var finding = CheckedStack.Report(stack).Findings.Single(one => one.Check.Id == "kubernetes-support");

        Assert.Equal("1.32.5, out of support by the table of November 2026", finding.Found);
        Assert.Equal("a version from 1.34 on", finding.Expected);
    }

    private static ResourceGraph AddOn(string kubernetes) =>
        PreviewedStacks.Of(PreviewedStacks.AddOn).With(Aks, "kubernetesVersion", kubernetes);

    private static IEnumerable<string> Found(ResourceGraph stack) =>
        CheckedStack.Report(stack).Findings.Select(finding => finding.Check.Id).Where(_checks.Contains);
}
