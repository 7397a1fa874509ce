using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Verdicts;

/// <summary>ScaledObjects whose verdict is known: another form of the same object is explained the same, and a mistake is named.</summary>
public sealed class ScaledObjectVerdictTests : IDisposable
{
    private const string Base = """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: web
          namespace: shop
        spec:
          scaleTargetRef:
            name: web
          minReplicaCount: 1
          maxReplicaCount: 20
          triggers:
            - type: prometheus
              metadata:
                serverAddress: http://prometheus.monitoring:9090
                query: sum(rate(http_requests_total{job="web"}[2m]))
                threshold: "10"

        """;

    private const string Json = """
        {"apiVersion": "keda.sh/v1alpha1", "kind": "ScaledObject", "metadata": {"name": "web", "namespace": "shop"}, "spec": {"scaleTargetRef": {"name": "web"},
        "minReplicaCount": 1, "maxReplicaCount": 20, "triggers": [{"type": "prometheus", "metadata": {"serverAddress": "http://prometheus.monitoring:9090",
        "query": "sum(rate(http_requests_total{job=\"web\"}[2m]))", "threshold": "10"}}]}}
        """;

    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: other}\n";

    private readonly TemporaryDirectory _directory = new();

    /// <summary>The same object otherwise.</summary>
    public static TheoryData<string> Forms() =>
    [
        Json,
        Base.Replace("\n", "\r\n", StringComparison.Ordinal),
        "\ufeff" + Base,
        "# of the shop\n---\n" + Base + "---\n" + Pod,
        Pod + "---\n" + Base,
        "---\n---\n" + Base + "---\n",
        "apiVersion: v1\nkind: List\nitems:\n- " + Base.Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd() + "\n",
        Base.Replace("threshold: \"10\"", "threshold: '10'", StringComparison.Ordinal),
        Base.Replace("threshold: \"10\"", "threshold: \"10.0\"", StringComparison.Ordinal),
        Base.Replace("query: sum(rate(http_requests_total{job=\"web\"}[2m]))", "query: |-\n            sum(rate(http_requests_total{job=\"web\"}[2m]))", StringComparison.Ordinal),
        Base.Replace("    name: web\n  minReplicaCount", "    name: &app web\n  minReplicaCount", StringComparison.Ordinal),
        Base + "status:\n  conditions: []\n",
        Base.Replace("metadata:\n  name: web", "metadata:\n  managedFields: []\n  resourceVersion: \"7\"\n  name: web", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Explain_OfTheSameObjectInAnotherForm_IsTheSame(string text)
    {
        var expected = await ExplainedAsync(Base);

        Assert.Equal(expected, await ExplainedAsync(text));
        Assert.Contains("5 replicas", expected, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Mistakes() => new()
    {
        { "triggers:", "trigers:", "did you mean triggers?" },
        { "maxReplicaCount: 20", "maxReplicaCount: -1", "maxReplicaCount" },
        { "maxReplicaCount: 20", "maxReplicaCount: many", "maxReplicaCount" },
        { "minReplicaCount: 1", "minReplicaCount: 30", "MinReplicaCount=30 must be less than MaxReplicaCount=20" },
        { "threshold: \"10\"", "threshold: ten", "threshold" },
        { "threshold: \"10\"", "treshold: \"10\"", "threshold" },
        { "        query: sum", "        qery: sum", "query" },
        { "kind: ScaledObject", "kind: ScaledObjekt", "ScaledObject" },
        { "apiVersion: keda.sh/v1alpha1", "apiVersion: keda.sh/v1beta9", "keda.sh/v1alpha1" },
        { "spec:", "spec: {{ .Values.spec }}", "helm template" },
        { "  name: web\n  namespace: shop", "\tname: web", "so.yaml:4" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Explain_OfAMistake_NamesIt(string right, string wrong, string words)
    {
        Assert.Contains(right, Base, StringComparison.Ordinal);

        var run = await RunAsync(Base.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.True(run.Error.Contains(words, StringComparison.Ordinal), run.Error);
    }

    public void Dispose() => _directory.Dispose();

    private async Task<CommandRun> RunAsync(string text)
    {
        var file = _directory.Combine("so.yaml");
        await File.WriteAllTextAsync(file, text);
        return await CommandRun.OfAsync("explain", "--scaled-object", file, "--value", "45", "--json");
    }

    private async Task<string> ExplainedAsync(string text)
    {
        var run = await RunAsync(text);
        Assert.True(run.ExitCode == ExitCodes.Success, run.Error);
        return JsonNode.Parse(run.Output)!.ToJsonString();
    }
}
