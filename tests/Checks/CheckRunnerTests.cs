using KedaStack.Checks;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Tests.Checks;

public sealed class CheckRunnerTests
{
    private static readonly Dictionary<string, string> _noSuppressions = [];

    [Fact]
    public void Run_CheckThatThrows_ReportsItAndRunsTheOthers()
    {
        var report = CheckRunner.Run(
            PreviewedStacks.Of(PreviewedStacks.Default), [new Throwing(), CheckCatalogue.Find("cooldown-without-effect")!], _noSuppressions);

        Assert.Equal(["throwing", "cooldown-without-effect"], report.Findings.Select(finding => finding.Check.Id));
        Assert.Contains("InvalidOperationException: too odd", report.Findings[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Information_IsNeitherWarningNorError()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default));

        Assert.Equal((2, 0, 0), (report.Informations, report.Warnings, report.Errors));
    }

    [Fact]
    public void Run_AWarning_CountsIt()
    {
        var report = CheckedStack.Report(
            PreviewedStacks.Of(PreviewedStacks.Default).With("ScaledObject/scaled-object", "spec.triggers[0].metadata.metricName", "requests"));

        Assert.Equal((2, 1, 0), (report.Informations, report.Warnings, report.Errors));
    }

    [Fact]
    public void Run_AnError_CountsIt()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default).With("ScaledObject/scaled-object", "spec.minReplicaCount", 0));

        Assert.Equal(1, report.Errors);
    }

    [Fact]
    public void Run_ErrorsAndWarnings_PutsErrorsFirst()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default).With("Grafana/grafana", "properties.apiKey", "Enabled"));

        Assert.Equal(
            ["grafana-keys", "cooldown-without-effect", "polling-without-effect"], report.Findings.Select(finding => finding.Check.Id));
    }

    [Fact]
    public void Run_SuppressedCheck_KeepsItsFindingsApartWithTheReason()
    {
        var report = CheckRunner.Run(
            PreviewedStacks.Of(PreviewedStacks.Default), new Dictionary<string, string> { ["cooldown-without-effect"] = "for later" });

        Assert.Equal("polling-without-effect", Assert.Single(report.Findings).Check.Id);
        var (finding, reason) = Assert.Single(report.Suppressed);
        Assert.Equal(("cooldown-without-effect", "for later"), (finding.Check.Id, reason));
    }

    [Fact]
    public void Summary_Always_CountsEachCheckOnceThatPassed()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default));

        Assert.Equal($"{CheckCatalogue.OfStack.Count - 2} checks passed, 0 warnings, 0 errors, 2 for information, 0 suppressed", report.Summary);
    }

    [Theory]
    [InlineData("keda-demo", "Information", "Deployment other: not read", "; give what kubectl get writes with -o json to --given")]
    [InlineData("elsewhere", "Error", "Deployment other", "load-generator")]
    public void Run_WhatIsMissing_IsAnInformationWhereTheNamespaceIsGiven(string ns, string severity, string found, string expected)
    {
        var finding = Assert.Single(Given(ns).Findings, finding => finding.Check.Id == "scale-target");

        Assert.Equal((severity, found), (finding.Severity.ToString(), finding.Found));
        Assert.EndsWith(expected, finding.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhatIsWrongInANamespaceThatIsGiven_StaysAnError() =>
        Assert.Equal(Severity.Error, Assert.Single(Given("keda-demo").Findings, finding => finding.Check.Id == "resource-limits").Severity);

    [Fact]
    public void Run_OfAnObjectThatIsThere_LeavesTheProjectsOwnRulesOut()
    {
        var stack = PreviewedStacks.Of(PreviewedStacks.Default);
        var wrong = stack.With("Deployment/sample-app", "spec.template.spec.automountServiceAccountToken", true);
        var app = wrong.Named("Deployment/sample-app") with { Urn = "given", Name = "given" };

        var own = CheckedStack.Report(wrong).Findings.Select(finding => finding.Check.Id);
        var given = CheckedStack.Report(stack with { Given = stack.Given with { Objects = [app] } });

        Assert.Contains("pod-hardening", own);
        Assert.DoesNotContain(given.Findings, finding => finding.Check.Id == "pod-hardening");
    }

    private static CheckReport Given(string ns)
    {
        var stack = PreviewedStacks.Of(PreviewedStacks.Default)
            .With("ScaledObject/scaled-object", "spec.scaleTargetRef.name", "other")
            .With("Deployment/sample-app", "spec.template.spec.containers[0].resources.requests.memory", "1Gi");
        return CheckedStack.Report(stack with { Given = stack.Given with { Namespaces = new HashSet<string> { ns } } });
    }

    private sealed class Throwing() : Check(new()
    {
        Id = "throwing",
        Severity = Severity.Error,
        Title = "t",
        Failure = "f",
        Cause = "c",
        Fix = "x",
    })
    {
        public override IEnumerable<Finding> Run(StackView stack) => throw new InvalidOperationException("too odd");
    }
}
