using KedaStack.Checks.Rules;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Tests.Checks.Files.Versions;

/// <summary>What KEDA's definitions have, at both sides of each version that changed them.</summary>
public sealed class SchemaVersionTests
{
    private const string Max = "  maxReplicaCount: 20\n";
    private const string Reference = "      name: workspace\n    metadata:";
    private const string Provider = "    provider: azure-workload\n";

    [Theory]
    [InlineData(Max, "  fallback: {failureThreshold: 3, replicas: 6}\n", "spec.fallback", 4)]
    [InlineData(Max, "  idleReplicaCount: 0\n", "spec.idleReplicaCount", 4)]
    [InlineData(Max, "  advanced: {horizontalPodAutoscalerConfig: {name: web}}\n", "spec.advanced.horizontalPodAutoscalerConfig.name", 8)]
    [InlineData(Max, "  advanced: {scalingModifiers: {formula: \"1\", target: \"1\"}}\n", "spec.advanced.scalingModifiers", 12)]
    [InlineData(Max, "  initialCooldownPeriod: 60\n", "spec.initialCooldownPeriod", 14)]
    [InlineData(Max, "  advanced: {horizontalPodAutoscalerConfig: {behavior: {scaleUp: {tolerance: 0.05}}}}\n", "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleUp.tolerance", 18)]
    [InlineData(Max, "  advanced: {horizontalPodAutoscalerConfig: {behavior: {scaleDown: {tolerance: \"0.05\"}}}}\n", "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.tolerance", 18)]
    [InlineData("    authenticationRef:\n", "      kind: TriggerAuthentication\n", "spec.triggers[0].authenticationRef.kind", 1)]
    [InlineData("  - type: prometheus\n", "    metricType: AverageValue\n", "spec.triggers[0].metricType", 7)]
    [InlineData("  - type: prometheus\n", "    useCachedMetrics: true\n", "spec.triggers[0].useCachedMetrics", 9)]
    [InlineData(Provider, "    identityId: 11111111-1111-1111-1111-111111111111\n", "spec.podIdentity.identityId", 8)]
    [InlineData(Provider, "    identityOwner: keda\n", "spec.podIdentity.identityOwner", 13)]
    [InlineData(Provider, "    roleArn: arn\n", "spec.podIdentity.roleArn", 13)]
    [InlineData(Provider, "    identityTenantId: tenant\n", "spec.podIdentity.identityTenantId", 14)]
    [InlineData(Provider, "    identityAuthorityHost: https://login.example\n", "spec.podIdentity.identityAuthorityHost", 14)]
    [InlineData(Provider, "    externalID: x\n", "spec.podIdentity.externalID", 20)]
    [InlineData(Provider, "  azureKeyVault: {vaultUri: https://v.example, secrets: [{name: a, parameter: b}]}\n", "spec.azureKeyVault", 7)]
    [InlineData(Provider, "  azureKeyVault: {vaultUri: https://v.example, podIdentity: {provider: azure-workload}, secrets: [{name: a, parameter: b}]}\n", "spec.azureKeyVault.podIdentity", 9)]
    [InlineData(Provider, "  configMapTargetRef: [{name: a, key: b, parameter: c}]\n", "spec.configMapTargetRef", 13)]
    [InlineData(Provider, "  gcpSecretManager: {secrets: [{id: a, parameter: b}]}\n", "spec.gcpSecretManager", 13)]
    [InlineData(Provider, "  awsSecretManager: {secrets: [{name: a, parameter: b}]}\n", "spec.awsSecretManager", 13)]
    [InlineData(Provider, "  awsSecretManager: {secrets: [{name: a, parameter: b, secretKey: c}]}\n", "spec.awsSecretManager.secrets[0].secretKey", 17)]
    [InlineData(Provider, "  boundServiceAccountToken: [{parameter: token, serviceAccountName: a}]\n", "spec.boundServiceAccountToken", 17)]
    [InlineData(Provider, "  hashiCorpVault: {address: a, authentication: token, credential: {serviceAccountName: a}, secrets: [{key: a, parameter: b, path: c}]}\n", "spec.hashiCorpVault.credential.serviceAccountName", 18)]
    [InlineData(Provider, "  hashiCorpVault: {address: a, authentication: token, namespace: team, secrets: [{key: a, parameter: b, path: c}]}\n", "spec.hashiCorpVault.namespace", 5)]
    [InlineData(Provider, "  hashiCorpVault: {address: a, authentication: token, secrets: [{key: a, parameter: b, path: c, type: secret}]}\n", "spec.hashiCorpVault.secrets[0].type", 13)]
    [InlineData(Provider, "  filePath: a\n", "spec.filePath", 19)]
    [InlineData(Provider, "  oauth2: {type: clientCredentials, clientId: a, tokenUrl: https://t.example}\n", "spec.oauth2", 20)]
    [InlineData(Provider, "  azureServicePrincipal: {clientId: a, tenantId: b}\n", "spec.azureServicePrincipal", 21)]
    public void Field_OfAVersion_IsUnknownBeforeIt(string after, string field, string path, int minor)
    {
        var yaml = App.With(after, after + field);

        var finding = Assert.Single(Findings(yaml, minor - 1, "unknown-field"), one => one.Path.StartsWith(path, StringComparison.Ordinal));
        Assert.Equal(path, finding.Path);
        Assert.Contains($"unknown field \"{path}\"", finding.Found, StringComparison.Ordinal);
        Assert.Equal($"KEDA from 2.{minor} on", finding.Expected);
        Assert.DoesNotContain(Findings(yaml, minor, "unknown-field"), one => one.Path.StartsWith(path, StringComparison.Ordinal));
        Assert.DoesNotContain(Findings(yaml, minor, "object-refused"), one => one.Path.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public void Field_ThatIsGone_IsUnknownFromThenOn()
    {
        var yaml = App.With("  - type: prometheus\n", "  - type: prometheus\n    fallback: 3\n");

        Assert.Equal("no such field since KEDA 2.7", Assert.Single(Findings(yaml, 7, "unknown-field"), one => one.Path == "spec.triggers[0].fallback").Expected);
        Assert.DoesNotContain(Findings(yaml, 6, "unknown-field"), one => one.Path == "spec.triggers[0].fallback");
        Assert.Equal("KEDA from 2.4 on", Assert.Single(Findings(yaml, 3, "unknown-field"), one => one.Path == "spec.triggers[0].fallback").Expected);
    }

    [Theory]
    [InlineData("minReplicaCount: 1", "minReplicaCount: -1", "spec.minReplicaCount", 20)]
    [InlineData("minReplicaCount: 1\n  maxReplicaCount: 20", "minReplicaCount: 0\n  maxReplicaCount: 0", "spec.maxReplicaCount", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  idleReplicaCount: -1", "spec.idleReplicaCount", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  pollingInterval: 0", "spec.pollingInterval", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  cooldownPeriod: -1", "spec.cooldownPeriod", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  initialCooldownPeriod: -1", "spec.initialCooldownPeriod", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  fallback: {failureThreshold: -1, replicas: 6}", "spec.fallback.failureThreshold", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  fallback: {failureThreshold: 3, replicas: -1}", "spec.fallback.replicas", 20)]
    [InlineData("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    name: \"\"", "spec.scaleTargetRef.name", 20)]
    [InlineData("type: prometheus", "type: \"\"", "spec.triggers[0].type", 20)]
    [InlineData(Reference, "      name: workspace\n      kind: Secret\n    metadata:", "spec.triggers[0].authenticationRef.kind", 20)]
    [InlineData("maxReplicaCount: 20", "maxReplicaCount: 20\n  advanced: {scalingModifiers: {metricType: Utilization}}", "spec.advanced.scalingModifiers.metricType", 17)]
    [InlineData("provider: azure-workload", "provider: azure-wokload", "spec.podIdentity.provider", 13)]
    [InlineData(Provider, Provider + "  awsSecretManager: {secrets: []}\n", "spec.awsSecretManager.secrets", 20)]
    [InlineData(Provider, Provider + "  hashiCorpVault: {address: a, authentication: ldap, secrets: [{key: a, parameter: b, path: c}]}\n", "spec.hashiCorpVault.authentication", 20)]
    [InlineData(Provider, Provider + "  hashiCorpVault: {address: a, authentication: token, secrets: [{key: a, parameter: b, path: c, type: kv}]}\n", "spec.hashiCorpVault.secrets[0].type", 20)]
    public void Bound_OfAVersion_HoldsFromThenOn(string old, string replacement, string path, int minor)
    {
        var yaml = App.With(old, replacement);

        Assert.Contains(Findings(yaml, minor, "object-refused"), one => one.Path == path);
        Assert.DoesNotContain(Findings(yaml, minor - 1, "object-refused"), one => one.Path == path);
    }

    [Theory]
    [InlineData("azure", 13, 14)]
    [InlineData("aws-kiam", 13, 14)]
    [InlineData("none", 14, 21)]
    [InlineData("aws", 13, 21)]
    [InlineData("gcp", 13, 21)]
    public void Provider_OfSomeVersions_IsRefusedByTheOthers(string provider, int first, int last)
    {
        var yaml = App.With("provider: azure-workload", $"provider: {provider}");
        var takes = Enumerable.Range(13, 9).Where(minor => Findings(yaml, minor, "object-refused").Count == 0);

        Assert.Equal(Enumerable.Range(first, last - first + 1), takes);
    }

    [Theory]
    [InlineData("static", 17)]
    [InlineData("currentReplicas", 17)]
    [InlineData("currentReplicasIfHigher", 17)]
    [InlineData("currentReplicasIfLower", 17)]
    [InlineData("scalingModifiers", 20)]
    public void Behavior_OfAFallback_IsOfItsVersion(string behavior, int minor)
    {
        var yaml = App.With(Max, $"{Max}  fallback: {{failureThreshold: 3, replicas: 6, behavior: {behavior}}}\n");

        Assert.Empty(Findings(yaml, minor, "object-refused").Concat(Findings(yaml, minor, "fallback-behavior-version")));
        var before = Assert.Single(Findings(yaml, minor - 1, minor == 17 ? "fallback-behavior-version" : "object-refused"));
        Assert.Equal("spec.fallback.behavior", before.Path);
        Assert.DoesNotContain(Findings(yaml, minor - 1, "unknown-field"), one => one.Path == before.Path);
    }

    [Theory]
    [InlineData("2.19.0", "MinReplicaCount=21 must be less than MaxReplicaCount=20")]
    [InlineData("2.20.0", "spec: Invalid value: minReplicaCount must be less than or equal to maxReplicaCount")]
    public void Minimum_AboveTheMaximum_IsRefusedInTheWordsOfTheVersion(string version, string words)
    {
        var facts = CheckedFiles.Facts with { Keda = KedaVersion.TryParse(version)!.Value };

        Assert.Equal(words, Assert.Single(CheckedFiles.Report(App.With("minReplicaCount: 1", "minReplicaCount: 21"), facts).Findings, one => one.Check.Id == "object-refused").Found);
    }

    // The API server takes a null out of a custom object before it looks at it.
    [Theory]
    [InlineData("  maxReplicaCount: 20", "  maxReplicaCount: null", null)]
    [InlineData("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    name: web\n    kind:", null)]
    [InlineData("      threshold: \"10\"", "      threshold: \"10\"\n      activationThreshold:", null)]
    [InlineData("scaleTargetRef:\n    name: web", "scaleTargetRef:\n    name:", "spec.scaleTargetRef.name: Required value")]
    public void Null_OfACustomObject_IsAsIfItWereNotThere(string old, string replacement, string? words)
    {
        var found = Findings(App.With(old, replacement), 21, "object-refused");

        Assert.Equal(words is null ? [] : [words], found.Select(one => one.Found));
    }

    private static IReadOnlyList<Finding> Findings(string yaml, int minor, string check) =>
        [.. CheckedFiles.Report(yaml, CheckedFiles.Facts with { Keda = new KedaVersion(2, minor, 0) }).Findings.Where(finding => finding.Check.Id == check)];
}
