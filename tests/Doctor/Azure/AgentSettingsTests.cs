using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>The settings of the agent of managed Prometheus, in both forms.</summary>
public sealed class AgentSettingsTests
{
    private const string First = """
        {"schema-version": "v1", "prometheus-collector-settings": "cluster_alias = \"a-b\"\n", "default-scrape-settings-enabled": "kubestate = false\ncoredns = true\n",
         "default-targets-metrics-keep-list": "cadvisor = \"container_cpu.*|x\"\nminimalingestionprofile = true\n", "debug-mode": "enabled = true\n"}
        """;

    private const string Second = """
        {"schema-version": "v2\n", "cluster-metrics": "default-targets-scrape-enabled: |-\n  kubestate = false\n  # cadvisor = false\n  coredns = true\ndefault-targets-metrics-keep-list: |-\n  cadvisor = \"container_cpu.*|x\"\nminimal-ingestion-profile: |-\n  enabled = true\n",
         "controlplane-metrics": "default-targets-scrape-enabled: |-\n  kubestate = true\nminimal-ingestion-profile: |-\n  enabled = false\n", "prometheus-collector-settings": "cluster_alias = \"a-b\"\ndebug-mode = true\n"}
        """;

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public void Settings_OfEitherForm_AreRead(string data)
    {
        var settings = Of(data);

        Assert.Equal((true, "a-b", true), (settings.AreTaken, settings.Alias, settings.IsDebug));
        Assert.Equal((false, true, true, true, false), (settings.IsOn("kubestate"), settings.IsOn("coredns"), settings.IsOn("cadvisor"), settings.IsOn("kubelet"), settings.IsOn("apiserver")));
        Assert.Equal((true, false, false), (settings.Keeps("cadvisor", "container_cpu_usage_seconds_total"), settings.Keeps("cadvisor", "container_memory_rss"), settings.Keeps("kubelet", "kubelet_x")));
    }

    [Theory]
    [InlineData("""{"schema-version": "v1", "default-targets-metrics-keep-list": "minimalingestionprofile = false\n"}""", true)]
    [InlineData("""{"schema-version": "v2", "cluster-metrics": "minimal-ingestion-profile: |-\n  enabled = false\n"}""", true)]
    [InlineData("""{"schema-version": "v1"}""", false)]
    [InlineData("""{"schema-version": "v1", "default-targets-metrics-keep-list": "cadvisor = \"(\"\n"}""", true)]
    public void Metric_IsKeptForSure_WithoutTheMinimalProfile(string data, bool isKept) => Assert.Equal(isKept, Of(data).Keeps("cadvisor", "container_memory_rss"));

    [Fact]
    public void Settings_OfAnUnknownForm_AreNotTaken()
    {
        var settings = Of("""{"schema-version": "v3", "prometheus-collector-settings": "cluster_alias = \"a\"\n", "default-scrape-settings-enabled": "kubestate = false\n"}""");

        Assert.Equal((false, null, true), (settings.AreTaken, settings.Alias, settings.IsOn("kubestate")));
    }

    [Theory]
    [InlineData("kube_pod_info", "kubestate")]
    [InlineData("kubelet_running_pods", "kubelet")]
    [InlineData("container_cpu_usage_seconds_total", "cadvisor")]
    [InlineData("http_requests_total", null)]
    public void Metric_OfATarget_IsKnownByItsName(string metric, string? target) => Assert.Equal(target, AgentSettings.TargetOf(metric));

    [Fact]
    public void Jobs_OfTheAgentsConfiguration_AreReadAndSavedWithoutWhatStandsBesideThem()
    {
        var answer = Configuration("""{"prometheus-config": "scrape_configs:\n- job_name: web\n  authorization:\n    credentials: planted\n  basic_auth: {password: planted}\n- job_name: \"nodes\" # own\n"}""");
        var saved = Bundle.Of(answer);

        Assert.Equal(["web", "nodes"], Of("{}", answer).Jobs);
        Assert.Equal(["web", "nodes"], Of("{}", saved).Jobs);
        Assert.DoesNotContain("planted", AnswerFile.Write([saved]), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_ThatWereNotRead_AreNone() => Assert.Null(AgentSettings.Of(new AnswerSet()));

    private static ClusterAnswer Configuration(string data) => Answer(ApiPath.AgentScrapeConfiguration, data);

    private static ClusterAnswer Answer(string path, string data) => new(path, 200, "application/json", 1, new JsonObject { ["kind"] = "ConfigMap", ["data"] = JsonNode.Parse(data) });

    private static AgentSettings Of(string data, ClusterAnswer? configuration = null)
    {
        var answers = new AnswerSet();
        answers.Add(Answer(ApiPath.AgentSettings, data));
        answers.Add(configuration ?? ClusterAnswer.NotAsked(ApiPath.AgentScrapeConfiguration));
        return AgentSettings.Of(answers)!;
    }
}
