using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Tests.Checks.Files.Versions;

/// <summary>What KEDA's webhook says of a fallback, at both sides of each version that changed it; and of pauses.</summary>
public sealed class FallbackVersionTests
{
    private const string Max = "  maxReplicaCount: 20\n";
    private const string Fallback = "  fallback: {failureThreshold: 3, replicas: 6}\n";
    private const string Trigger = "  - type: prometheus\n";
    private const string Denied = "at least one trigger (that is not cpu or memory) has to have the `AverageValue` type for the fallback to be enabled";
    private const string Unset = "MetricType=, but Fallback can only be enabled for triggers with metric of type AverageValue";

    [Theory]
    [InlineData("2.13.1", null, null)]
    [InlineData("2.14.0", "spec.triggers[0].metricType", Unset)]
    [InlineData("2.16.1", "spec.triggers[0].metricType", Unset)]
    [InlineData("2.17.0", "spec.fallback", Denied)]
    [InlineData("2.17.1", null, null)]
    [InlineData("2.21.0", null, null)]
    public void Fallback_WithoutAMetricType_IsDeniedBySomeVersions(string version, string? path, string? words) =>
        Assert.Equal(Expected(path, words), Denials(App.With(Max, Max + Fallback), version));

    [Theory]
    [InlineData("2.14.0")]
    [InlineData("2.16.1")]
    [InlineData("2.17.0")]
    [InlineData("2.18.0")]
    public void Fallback_OfAverageValueWrittenOut_IsTakenByAll(string version) =>
        Assert.Empty(Denials(App.With(Max, Max + Fallback).Replace(Trigger, Trigger + "    metricType: AverageValue\n", StringComparison.Ordinal), version));

    [Theory]
    [InlineData("2.13.1", null, null)]
    [InlineData("2.14.0", "spec.triggers[0].metricType", "MetricType=Value, but Fallback can only be enabled for triggers with metric of type AverageValue")]
    [InlineData("2.17.2", "spec.fallback", Denied)]
    [InlineData("2.18.0", null, null)]
    public void Fallback_OfAValue_IsTakenFrom218(string version, string? path, string? words) => Assert.Equal(
        Expected(path, words), Denials(App.With(Max, Max + Fallback).Replace(Trigger, Trigger + "    metricType: Value\n", StringComparison.Ordinal), version));

    [Theory]
    [InlineData("2.16.1", "spec.triggers[1].type", "type is cpu , but fallback it is not supported by the CPU & memory scalers")]
    [InlineData("2.17.0", null, null)]
    public void Fallback_BesideCpu_IsTakenFrom217(string version, string? path, string? words)
    {
        var yaml = App.With(Max, Max + Fallback).Replace(Trigger, Trigger + "    metricType: AverageValue\n", StringComparison.Ordinal) + "  - {type: cpu, metricType: Utilization, metadata: {value: \"60\"}}\n";

        Assert.Equal(Expected(path, words), Denials(yaml, version));
    }

    [Theory]
    [InlineData("2.17.2", "spec.advanced.scalingModifiers.metricType", "when using ScalingModifiers, ScaledObject.Spec.Advanced.ScalingModifiers.MetricType must be AverageValue to have fallback enabled")]
    [InlineData("2.18.0", null, null)]
    public void Fallback_OfAFormulasValue_IsTakenFrom218(string version, string? path, string? words)
    {
        var yaml = App.With(Max, Max + Fallback + "  advanced: {scalingModifiers: {formula: rps, target: \"10\", metricType: Value}}\n").Replace(Trigger, Trigger + "    name: rps\n", StringComparison.Ordinal);

        Assert.Equal(Expected(path, words), Denials(yaml, version));
    }

    [Theory]
    [InlineData("2.13.1", null, null)]
    [InlineData("2.14.0", "spec.fallback", "FailureThreshold=-3 & Replicas=6 must both be greater than or equal to 0")]
    [InlineData("2.19.0", "spec.fallback", "FailureThreshold=-3 & Replicas=6 must both be greater than or equal to 0")]
    public void Fallback_BelowZero_IsDeniedWhereTheDefinitionHasNoBounds(string version, string? path, string? words) =>
        Assert.Equal(Expected(path, words), Denials(App.With(Max, Max + Fallback.Replace("3,", "-3,", StringComparison.Ordinal)), version));

    [Theory]
    [InlineData("paused: \"true\"", 11)]
    [InlineData("paused-replicas: \"4\"", 7)]
    [InlineData("paused-scale-in: \"true\"", 18)]
    [InlineData("paused-scale-out: \"true\"", 18)]
    public void Pause_OfAVersion_PausesNothingBeforeIt(string annotation, int minor)
    {
        var yaml = App.With("  name: web\n  namespace: shop\nspec:\n  scaleTargetRef:", $"  name: web\n  namespace: shop\n  annotations: {{autoscaling.keda.sh/{annotation}}}\nspec:\n  scaleTargetRef:");

        var (before, from) = (Pauses(yaml, minor - 1), Pauses(yaml, minor));
        Assert.EndsWith($"which KEDA 2.{minor - 1} does not know: nothing is paused -> KEDA from 2.{minor} on", Assert.Single(before), StringComparison.Ordinal);
        Assert.EndsWith("-> no such annotation", Assert.Single(from), StringComparison.Ordinal);
    }

    private static string[] Expected(string? path, string? words) => path is null ? [] : [$"{path}: {words}"];

    private static IEnumerable<string> Denials(string yaml, string version) =>
        CheckedFiles.Report(yaml, CheckedFiles.Facts with { Keda = KedaVersion.TryParse(version)!.Value }).Findings
            .Where(finding => finding.Check.Id == "webhook-denies").Select(finding => $"{finding.Path}: {finding.Found}");

    private static IEnumerable<string> Pauses(string yaml, int minor) =>
        CheckedFiles.Report(yaml, CheckedFiles.Facts with { Keda = new KedaVersion(2, minor, 0) }).Findings
            .Where(finding => finding.Check.Id == "paused-scaling").Select(finding => $"{finding.Found} -> {finding.Expected}");
}
