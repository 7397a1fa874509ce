using KedaStack.Checks.Rules;

namespace KedaStack.Tests.Checks.Files;

/// <summary>Files that are written in another way are as right, or as wrong in one way, as before.</summary>
public sealed class VerdictTests
{
    // One mistake for each rewriting, in its own words, and what finds it.
    private static readonly (string Check, string Path, string Old, string New)[] _mistakes =
    [
        ("object-refused", "spec.minReplicaCount", "minReplicaCount: 1\n", "minReplicaCount: \"1\"\n"),
        ("object-refused", "spec.maxReplicaCount", "minReplicaCount: 1\n", "minReplicaCount: 21\n"),
        ("object-refused", "spec.triggers[0].metadata.threshold", "threshold: \"10\"", "threshold: 10"),
        ("object-refused", "spec.podIdentity.provider", "provider: azure-workload", "provider: azure"),
        ("unknown-field", "spec.cooldown", "  maxReplicaCount", "  cooldown: 60\n  maxReplicaCount"),
        ("trigger-refused", "spec.triggers[0].metadata.threshold", "threshold: \"10\"", "threshold: ten"),
        ("trigger-refused", "spec.triggers[0].type", "type: prometheus", "type: promethues"),
        ("query-syntax", "spec.triggers[0].metadata.query", "[2m]))", "[2m])"),
        ("query-single-value", "spec.triggers[0].metadata.query", "query: sum(", "query: sum by (pod) ("),
        ("query-counter-by-name", "spec.triggers[0].metadata.query", "sum(rate(http_requests_total{namespace=\"shop\", job=\"web\"}[2m]))", "sum(http_requests_total{namespace=\"shop\", job=\"web\"})"),
        ("query-per-pod-average", "spec.triggers[0].metadata.query", "query: sum(", "query: avg("),
        ("rate-window", "spec.triggers[0].metadata.query", "[2m]", "[30s]"),
        ("trigger-metadata-unknown", "spec.triggers[0].metadata.metricName", "      threshold: \"10\"", "      metricName: web\n      threshold: \"10\""),
        ("server-url", "spec.triggers[0].metadata.serverAddress", "https://shop", "shop"),
        ("trigger-authentication", "spec.triggers[0].authenticationRef.name", "  name: workspace\n  namespace: shop", "  name: workspace\n  namespace: keda"),
        ("service-port", "spec.ports[0].targetPort", "targetPort: http", "targetPort: web"),
        ("monitor-port", "spec.endpoints[0].port", "{port: http, interval", "{port: metrics, interval"),
        ("deployment-selector", "spec.selector", "      labels: {app: web}\n    spec:", "      labels: {app: shop}\n    spec:"),
        ("replicas-in-file", "spec.replicas", "  template:\n", "  replicas: 3\n  template:\n"),
        ("readiness-probe", "spec.template.spec.containers", "        readinessProbe:\n          httpGet: {path: /healthz, port: http}\n", ""),
        ("monitor-api-group", "apiVersion", "azmonitoring.coreos.com", "monitoring.coreos.com"),
    ];

    public static TheoryData<string> Ways => [.. Rewrites.All.Select(way => way.Name)];

    [Fact]
    public void Ways_AreEnoughForTwentyOfEachVerdict() => Assert.True(Rewrites.All.Count >= 20 && _mistakes.Length == Rewrites.All.Count);

    [Theory]
    [MemberData(nameof(Ways))]
    public void File_WrittenInAnotherWay_IsStillRight(string way)
    {
        var rewritten = Rewrite(way)(App.Yaml);

        Assert.NotEqual(App.Yaml, rewritten);
        Assert.Empty(CheckedFiles.Report(rewritten).Findings.Select(CheckedFiles.Shown));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void File_WrongInOneWayAndWrittenInAnother_IsFoundByItsCheck(string way)
    {
        var (check, path, old, replacement) = _mistakes[Place(way)];
        // labels are also the selector's where a mistake is in the pods.
        var findings = CheckedFiles.Report(Rewrite(way)(App.With(old, replacement))).Findings.Where(finding => finding.Severity > Severity.Information).ToList();

        Assert.True(findings.Exists(finding => finding.Check.Id == check && finding.Path == path), string.Join("\n", findings.Select(CheckedFiles.Shown)));
        Assert.All(findings, finding => Assert.True(finding.Check.Id == check || check == "deployment-selector", CheckedFiles.Shown(finding)));
    }

    private static Func<string, string> Rewrite(string way) => Rewrites.All[Place(way)].Rewrite;

    private static int Place(string way) => Rewrites.All.Select((one, place) => (one.Name, place)).Single(one => one.Name == way).place;
}
