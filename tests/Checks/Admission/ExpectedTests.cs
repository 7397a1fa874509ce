using KedaStack.Tests.Checks.Files;

namespace KedaStack.Tests.Checks.Admission;

/// <summary>What findings of files expect, word by word; and versions of Kubernetes, from both sides.</summary>
public sealed class ExpectedTests
{
    [Theory]
    [InlineData("type: prometheus", "type: promethues", "spec.triggers[0].type", "prometheus")]
    [InlineData("type: prometheus", "type: something-else", "spec.triggers[0].type", "one of KEDA's scalers")]
    [InlineData("  - type: prometheus\n", "  - type: prometheus\n    metricType: Utilization\n", "spec.triggers[0].metricType", "AverageValue or Value")]
    [InlineData("  - type: prometheus\n", "  - {type: cpu, metricType: Value, metadata: {value: \"60\"}}\n  - type: prometheus\n", "spec.triggers[0].metricType", "Utilization or AverageValue")]
    [InlineData("      threshold: \"10\"\n", "", "spec.triggers[0].metadata.threshold", "a value")]
    [InlineData("threshold: \"10\"", "threshold: ten", "spec.triggers[0].metadata.threshold", "what the scaler reads")]
    [InlineData("  - type: prometheus\n", "  - {type: cron, metadata: {timezone: Etc/UTC, start: \"0 25 * * *\", end: 0 18 * * *, desiredReplicas: \"3\"}}\n  - type: prometheus\n", "spec.triggers[0].metadata.start", "five fields: minute, hour, day of month, month and day of week (0 to 6)")]
    [InlineData("      name: workspace\n    metadata:", "      name: workspace\n      kind: TriggerAuthentcation\n    metadata:", "spec.triggers[0].authenticationRef.kind", "TriggerAuthentication")]
    [InlineData("      name: workspace\n    metadata:", "      name: workspace\n      kind: Secret\n    metadata:", "spec.triggers[0].authenticationRef.kind", "one of TriggerAuthentication, ClusterTriggerAuthentication")]
    [InlineData("provider: azure-workload", "provider: azure", "spec.podIdentity.provider", "one of azure-workload, gcp, aws, aws-eks, none")]
    [InlineData("    provider: azure-workload", "    identityId: a", "spec.podIdentity.provider", "one of azure-workload, gcp, aws, aws-eks, none")]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  cooldownPerod: 5", "spec.cooldownPerod", "cooldownPeriod")]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  something: 5", "spec.something", "no such field")]
    [InlineData("minReplicaCount: 1", "minReplicaCount: \"1\"", "spec.minReplicaCount", "a whole number without quotes")]
    [InlineData("minReplicaCount: 1", "minReplicaCount: -1", "spec.minReplicaCount", "0 or more")]
    [InlineData("threshold: \"10\"", "threshold: 10", "spec.triggers[0].metadata.threshold", "a text; a number or a boolean in quotes")]
    [InlineData("  - type: prometheus\n", "  - type: prometheus\n    useCachedMetrics: \"true\"\n", "spec.triggers[0].useCachedMetrics", "true or false without quotes")]
    [InlineData("scaleTargetRef:\n    name: web", "scaleTargetRef: web", "spec.scaleTargetRef", "fields")]
    public void Finding_OfAMistake_SaysWhatIsExpected(string old, string replacement, string path, string expected) =>
        Assert.Equal(expected, Assert.Single(CheckedFiles.Report(App.With(old, replacement)).Findings, finding => finding.Path == path).Expected);

    [Theory]
    [InlineData("labels: {app.kubernetes.io/part-of: true}", "metadata.labels[\"app.kubernetes.io/part-of\"]", "\"true\"")]
    [InlineData("labels: {part: [a]}", "metadata.labels.part", "a text in quotes")]
    [InlineData("labels: web", "metadata.labels", "a name and a text for each")]
    [InlineData("annotations: [a]", "metadata.annotations", "a name and a text for each")]
    public void Metadata_ThatIsNoText_SaysWhatIsExpected(string metadata, string path, string expected) => Assert.Equal(
        expected, Assert.Single(CheckedFiles.Report($"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  {metadata}\n").Findings, finding => finding.Path == path).Expected);

    /// <summary>A minimum of 0 counts as 1 when it is written, as in KEDA's own end-to-end tests.</summary>
    [Theory]
    [InlineData("minReplicaCount: 0\n  idleReplicaCount: 0", false)]
    [InlineData("minReplicaCount: 0\n  idleReplicaCount: 1", true)]
    [InlineData("minReplicaCount: -1\n  idleReplicaCount: 0", false)]
    [InlineData("idleReplicaCount: 0", true)]
    public void Idle_BesideAMinimumOf0_IsDeniedAsKedaDoes(string counts, bool denied) => Assert.Equal(
        denied, CheckedFiles.Report(App.With("minReplicaCount: 1", counts)).Findings.Any(finding => finding.Check.Id == "webhook-denies" && finding.Path == "spec.idleReplicaCount"));

    [Theory]
    [InlineData(24, "v2beta1", false)]
    [InlineData(25, "v2beta1", true)]
    [InlineData(25, "v2beta2", false)]
    [InlineData(26, "v2beta2", true)]
    [InlineData(37, "v1", false)]
    [InlineData(37, "v2", false)]
    public void Autoscaler_OfAVersionOfTheApi_IsRemovedWithItsVersionOfKubernetes(int minor, string version, bool removed)
    {
        var yaml = $"apiVersion: autoscaling/{version}\nkind: HorizontalPodAutoscaler\nmetadata: {{name: web}}\nspec:\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: web}}\n  maxReplicas: 10\n";

        Assert.Equal(removed, CheckedFiles.Report(yaml, CheckedFiles.Facts with { KubernetesMinor = minor }).Findings.Any(finding => finding.Check.Id == "removed-api" && finding.Path == "apiVersion"));
    }

    [Theory]
    [InlineData("v1", "metrics: []", "apiVersion: autoscaling/v2, which has it")]
    [InlineData("v1", "metrcs: []", "no such field")]
    [InlineData("v2", "metrcs: []", "metrics")]
    public void Field_OfAnAutoscaler_IsNamedByItsVersion(string version, string field, string expected)
    {
        var yaml = $"apiVersion: autoscaling/{version}\nkind: HorizontalPodAutoscaler\nmetadata: {{name: web}}\nspec:\n  scaleTargetRef: {{apiVersion: apps/v1, kind: Deployment, name: web}}\n  maxReplicas: 10\n  {field}\n";

        Assert.Equal(expected, Assert.Single(CheckedFiles.Report(yaml).Findings, finding => finding.Check.Id == "unknown-field").Expected);
    }

    [Fact]
    public void Authentication_ThatTheApiServerRefuses_SaysNothingOfTheTrigger()
    {
        var yaml = App.With("provider: azure-workload", "provider: azure-wokload").Replace("      threshold: \"10\"", "      threshold: \"10\"\n      authModes: tls", StringComparison.Ordinal);

        Assert.Equal(["object-refused"], CheckedFiles.Report(yaml).Findings.Select(finding => finding.Check.Id));
    }
}
