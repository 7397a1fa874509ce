using System.Diagnostics;
using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>The doctor on a server that replays what a real one answered.</summary>
public sealed class LiveDoctorTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);
    private static readonly string _folder = Path.Combine(RecordedChains.Folder, "k1.37-keda2.21");

    /// <summary>Cases of the newer pair that are in the repository's own copy, too.</summary>
    public static TheoryData<string> Cases => ["all-well", "all-well-zero", "prometheus-401", "partial-error", "two-scaledobjects", "adapter-down", "rbac-half", "token-unknown", "cpu-no-request", "paused"];

    [SharedTheory(RecordedChains.Folder)]
    [MemberData(nameof(Cases))]
    public async Task Look_AtAReplayedChain_SaysWhatTheFileSays(string name)
    {
        await using var server = await StartAsync(name);

        var (report, _) = await LookAsync(server, NamespaceOf(name));

        var truth = RecordedChains.TruthOf(name);
        Assert.Equal((truth.Link, truth.State), (report.Worst.First?.Id ?? "none", report.Worst.First is { } first ? first.Verdict.State.ToString().ToLowerInvariant() : ""));
        Assert.Empty(server.Writes);
        Assert.DoesNotContain(server.Asked, path => path.Contains("secrets", StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Asked, path => Assert.True(ReadRules.Allow(path), $"{path} is not allowed by --rbac"));
    }

    [SharedFact(RecordedChains.Folder)]
    public async Task Look_AtADeadOperator_EndsInTimeAndNamesIt()
    {
        await using var server = await StartAsync("operator-down");
        var watch = Stopwatch.StartNew();

        var (report, _) = await LookAsync(server, "operator-down", TimeSpan.FromSeconds(3));

        Assert.Equal("operator", report.Worst.First?.Id);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    [SharedFact(RecordedChains.Folder)]
    public async Task Look_AtASilentServer_IsUnreadAndEndsInTime()
    {
        await using var server = await StartAsync("all-well", _ => true);
        var watch = Stopwatch.StartNew();

        var (report, _) = await LookAsync(server, "all-well", TimeSpan.FromSeconds(1));

        Assert.Equal(Diagnosis.Unread, report.ExitCode);
        Assert.All(report.Worst.Links, link => Assert.NotEqual(LinkState.Fail, link.Verdict.State));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [SharedFact(RecordedChains.Folder)]
    public async Task Look_Interrupted_EndsAtOnce()
    {
        await using var server = await StartAsync("all-well", _ => true);
        using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LookAsync(server, "all-well", TimeSpan.FromMinutes(5), interruption.Token));
    }

    [Fact]
    public async Task Look_WhereNothingListens_IsUnreadAndSaysWhy()
    {
        using var http = new HttpClient();
        // Port 1 of loopback: nothing listens there.
        var reader = new ApiReader(http, new Uri("http://127.0.0.1:1"), (_, _) => Task.CompletedTask);

        var look = await new LiveDoctor(reader, "test", "test", "shop", TimeProvider.System) { Timeout = _timeout }.LookAsync([], CancellationToken.None);

        Assert.Equal(Diagnosis.Unread, look!.Value.Report.ExitCode);
        Assert.Contains("refused", look.Value.Report.Worst.Links.Single(link => link.Id == "hpa").Verdict.Found, StringComparison.OrdinalIgnoreCase);
    }

    [SharedFact(RecordedChains.Folder)]
    public async Task Kubeconfig_IsRead_AndItsTokenIsSent()
    {
        await using var server = await StartAsync("all-well");
        using var folder = new TemporaryDirectory();
        var problems = new List<SettingsProblem>();

        using var cluster = await KubeconfigCluster.OpenAsync(null, ("dev", File.ReadAllText(server.WriteKubeconfig(folder.Path, "all-well"))), _timeout, problems, CancellationToken.None);

        Assert.Empty(problems);
        Assert.Equal("all-well", cluster!.Namespace);
        Assert.True((await cluster.Reader.GetAsync(ApiPath.Version, _timeout, CancellationToken.None)).IsOk);
        Assert.Equal("Bearer planted-token-of-the-kubeconfig", server.Authorization);
    }

    [SharedFact(RecordedChains.Folder)]
    public async Task Save_OfAnyChain_JudgesAsTheChainItself()
    {
        await using var server = await StartAsync("prometheus-empty-ignored");
        using var folder = new TemporaryDirectory();
        var (report, answers) = await LookAsync(server, "prometheus-empty-ignored");
        var file = Path.Combine(folder.Path, "chain.json");

        await File.WriteAllTextAsync(file, AnswerFile.Write(answers.All.Select(Bundle.Of)));

        var saved = DoctorReport.Offline(file, null, null, []);
        Assert.Equal(report.Worst.Links.Select(link => (link.Id, link.Verdict.State)), saved!.Worst.Links.Select(link => (link.Id, link.Verdict.State)));
    }

    [Fact]
    public void Bundle_OfPlantedSecrets_HoldsNone()
    {
        const string Jwt = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJzeXN0ZW0ifQ.c2lnbmF0dXJl";
        string[] planted = [Jwt, "hunter2-env", "hunter2-meta", "hunter2-url", "AAAABBBBCCCC==", "LS0tLS1CRUdJTg", "hunter2-secret", "hunter2-annotation", "hunter2-header"];
        var body = JsonNode.Parse("""
            {"kind":"PodList","apiVersion":"v1","items":[
              {"metadata":{"name":"web","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"hunter2-annotation"}},
               "spec":{"containers":[{"name":"app","args":["--password","hunter2-env"],"env":[{"name":"DB","value":"hunter2-env"},{"name":"AZURE_FEDERATED_TOKEN_FILE","value":"/var/run/token"},{"name":"X","valueFrom":{"secretKeyRef":{"name":"s","key":"password"}}}]}]}},
              {"kind":"ScaledObject","spec":{"triggers":[{"type":"prometheus","metadata":{"serverAddress":"http://user:hunter2-url@prometheus:9090","password":"hunter2-meta","customHeaders":"X-Key=hunter2-header","query":"up"}}]}},
              {"kind":"Secret","data":{"a":"hunter2-secret"}},
              {"kind":"Event","note":"Get failed: Authorization: Bearer <jwt> and AccountKey=AAAABBBBCCCC==;"},
              {"kind":"Config","users":[{"user":{"token":"<jwt>","client-key-data":"LS0tLS1CRUdJTg"}}]}]}
            """.Replace("<jwt>", Jwt, StringComparison.Ordinal));

        var text = AnswerFile.Write([Bundle.Of(new ClusterAnswer("/api/v1/pods", 200, "application/json", 1, body))]);

        Assert.All(planted, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("/var/run/token", text, StringComparison.Ordinal);
        Assert.Contains("secretKeyRef", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rbac_HasNoSecretsAndNoWrite()
    {
        var role = ReadRules.ClusterRole();

        Assert.DoesNotContain("secrets", role.Split("rules:")[1], StringComparison.Ordinal);
        Assert.All(role.Split('\n').Where(line => line.Contains("verbs", StringComparison.Ordinal)), line => Assert.True(line.Trim() is "verbs: [\"get\", \"list\"]" or "verbs: [\"get\"]", line));
        Assert.All([.. ReadPlan.First("shop"), .. ReadPlan.OfKeda("keda"), ApiPath.Metric("shop", "s0-prometheus", "web"), ReadPlan.Proxied("http://prometheus.monitoring.svc:9090", "up")!], path => Assert.True(ReadRules.Allow(path), path));
        Assert.False(ReadRules.Allow("/api/v1/namespaces/shop/secrets"));
    }

    [Theory]
    [InlineData("http://prometheus-server.monitoring.svc.cluster.local", "/api/v1/namespaces/monitoring/services/http:prometheus-server:80/proxy/api/v1/query?query=up")]
    [InlineData("http://prometheus.monitoring:9090/prefix/", "/api/v1/namespaces/monitoring/services/http:prometheus:9090/proxy/prefix/api/v1/query?query=up")]
    [InlineData("https://ws-abc.eastus.prometheus.monitor.azure.com", null)]
    [InlineData("http://127.0.0.1:9090", null)]
    [InlineData("http://user:word@prometheus.monitoring:9090", null)]
    [InlineData("", null)]
    public void Proxied_Address_IsAskedThroughTheServerWhereItIsInside(string address, string? path) => Assert.Equal(path, ReadPlan.Proxied(address, "up"));

    private static string NamespaceOf(string name) => JsonNode.Parse(File.ReadAllText(FileOf(name))).Text("namespace") ?? name;

    private static string FileOf(string name) => SharedFolder.PathOf(Path.Combine(_folder, $"{name}.json"));

    private static Task<ReplayServer> StartAsync(string name, Func<string, bool>? isSilent = null) => ReplayServer.StartAsync([FileOf(name), FileOf("_cluster")], isSilent);

    private static async Task<(DoctorReport Report, AnswerSet Answers)> LookAsync(ReplayServer server, string ns, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient();
        var reader = new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask);
        return (await new LiveDoctor(reader, "replay", "a test", ns, TimeProvider.System) { Timeout = timeout ?? _timeout }.LookAsync([], cancellationToken))!.Value;
    }
}
