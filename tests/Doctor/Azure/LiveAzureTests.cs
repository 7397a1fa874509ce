using System.Diagnostics;
using Azure.Core;
using KedaStack.Doctor;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>The doctor on a server that replays a cluster and Azure Resource Manager.</summary>
public sealed class LiveAzureTests
{
    // Port 1 of loopback: nothing listens there.
    private const string Nobody = "http://127.0.0.1:1";
    private const string Token = "planted-token-of-azure";
    private const string Cluster = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/prod/providers/Microsoft.ContainerService/managedClusters/prod";

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    /// <summary>The cases in which somebody answers, and none that is about what the workspace says of its series.</summary>
    public static TheoryData<string> Cases => [.. AzureCases.All.Where(name => name is not ("cluster-stopped" or "not-signed-in" or "metric-not-kept" or "target-off-elsewhere"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Look_AtAReplayedCase_SaysWhatTheFileSays(string name)
    {
        await using var server = await StartAsync(name);

        var (report, answers) = await LookAsync(server);

        var offline = DoctorReport.Offline(AzureCases.FileOf(name), AzureCases.Namespace, null, [])!;
        Assert.Equal((offline.Worst.First?.Id, offline.Worst.First?.Verdict.State, offline.ExitCode), (report.Worst.First?.Id, report.Worst.First?.Verdict.State, report.ExitCode));
        Assert.Empty(server.Writes);
        Assert.All(server.Asked.Where(path => !ArmPath.Is(path)), path => Assert.True(ReadRules.Allow(path), $"{path} is not allowed by --rbac"));
        Assert.DoesNotContain(Token, AnswerFile.Write(answers.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtListsInPagesOfOneResource_SaysWhatTheFileSays()
    {
        await using var server = await StartAsync("role-other");
        server.LargestPage = 1;

        var (report, _) = await LookAsync(server);

        var offline = DoctorReport.Offline(AzureCases.FileOf("role-other"), AzureCases.Namespace, null, [])!;
        Assert.Contains(server.Asked, path => path.Contains("skiptoken", StringComparison.Ordinal));
        Assert.Equal((offline.Worst.First?.Id, offline.Worst.First?.Verdict.Found), (report.Worst.First?.Id, report.Worst.First?.Verdict.Found));
    }

    [Fact]
    public async Task Look_AtTheRightChain_AsksAzureOnlyWhatTheVerdictsNeed()
    {
        await using var server = await StartAsync("right");

        await LookAsync(server);

        Assert.Equal(
            [
                "managedClusters", "prod", "agentPools", "dataCollectionRuleAssociations", "userAssignedIdentities", "MSCI-westeurope-prod", "MSProm-westeurope-prod", "federatedIdentityCredentials",
                "metrics", "roleAssignments",
            ],
            server.Asked.Where(ArmPath.Is).Select(path => path.Split('?')[0].Split('/')[^1]).OrderBy(Round));

        // Within a round the order is chance.
        static int Round(string name) => name switch
        {
            "managedClusters" => 0,
            "prod" => 1,
            "agentPools" => 2,
            "dataCollectionRuleAssociations" => 3,
            "userAssignedIdentities" => 4,
            "MSCI-westeurope-prod" => 5,
            "MSProm-westeurope-prod" => 6,
            "federatedIdentityCredentials" => 7,
            "metrics" => 8,
            _ => 9,
        };
    }

    [Fact]
    public async Task Look_AgainWithinAMinute_AsksAzureOnce()
    {
        await using var server = await StartAsync("role-missing");
        using var http = new HttpClient();
        var doctor = Doctor(new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask), server);

        var first = await doctor.LookAsync([], CancellationToken.None);
        var asked = server.Asked.Count(ArmPath.Is);
        var second = await doctor.LookAsync([], CancellationToken.None);

        Assert.Equal(asked, server.Asked.Count(ArmPath.Is));
        Assert.Equal(first!.Value.Report.Worst.First?.Verdict, second!.Value.Report.Worst.First?.Verdict);
    }

    [Fact]
    public async Task Save_OfALook_JudgesAsTheLookItself()
    {
        await using var server = await StartAsync("issuer-without-slash");
        using var folder = new TemporaryDirectory();
        var (report, answers) = await LookAsync(server);
        var file = folder.Combine("chain.json");

        await File.WriteAllTextAsync(file, AnswerFile.Write(answers.All.Select(Bundle.Of)));

        var saved = DoctorReport.Offline(file, null, null, [])!;
        Assert.Equal(report.Worst.Links.Select(link => (link.Id, link.Verdict)), saved.Worst.Links.Select(link => (link.Id, link.Verdict)));
        Assert.DoesNotContain("/managedClusters/other", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_WithTheClustersId_ReadsNoNodeAndNoOtherCluster()
    {
        await using var server = await StartAsync("right");

        await LookAsync(server, id: ArmId.TryParse(Cluster, ArmPath.ClusterType));

        Assert.DoesNotContain(server.Asked, path => path.StartsWith(ApiPath.Nodes, StringComparison.Ordinal) || path.EndsWith("/providers/Microsoft.ContainerService/managedClusters", StringComparison.Ordinal));
        Assert.Contains(ArmPath.NodePools(ArmId.TryParse(Cluster, ArmPath.ClusterType)!), server.Asked);
    }

    [Fact]
    public async Task Look_WhereNobodyIsSignedIn_AsksAzureNothingAndSaysWhy()
    {
        await using var server = await StartAsync("right");

        var (report, _) = await LookAsync(server, new Credential(null), ArmId.TryParse(Cluster, ArmPath.ClusterType));

        Assert.DoesNotContain(server.Asked, ArmPath.Is);
        Assert.Contains("nobody is signed in; run az login", report.Worst.Links.Single(link => link.Id == "scrape").Verdict.Found, StringComparison.Ordinal);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task Look_AtAClusterThatIsStopped_SaysSoThoughItDoesNotAnswer()
    {
        await using var azure = await StartAsync("cluster-stopped");
        using var http = new HttpClient();
        var doctor = Doctor(new ApiReader(http, new Uri(Nobody), (_, _) => Task.CompletedTask), azure, id: ArmId.TryParse(Cluster, ArmPath.ClusterType));

        var look = await doctor.LookAsync([], CancellationToken.None);

        Assert.Equal(("scrape", "cluster prod is stopped", Diagnosis.Broken), (look!.Value.Report.Worst.First?.Id, look.Value.Report.Worst.First?.Verdict.Found, look.Value.Report.ExitCode));
    }

    [Fact]
    public async Task Look_WhereAzureIsSilent_EndsInTimeAndLeavesTheClustersPart()
    {
        await using var server = await ReplayServer.StartAsync([AzureCases.FileOf("right"), AzureCases.FileOf("_cluster")], ArmPath.Is);
        var watch = Stopwatch.StartNew();

        var (report, _) = await LookAsync(server, timeout: TimeSpan.FromSeconds(2), time: TimeProvider.System);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
        Assert.Equal((null, 0), (report.Worst.First?.Id, report.ExitCode));
        Assert.Contains("no answer in time", report.Worst.Links.Single(link => link.Id == "scrape").Verdict.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_WhoseTokenNeverComes_EndsInTime()
    {
        await using var server = await StartAsync("right");
        var watch = Stopwatch.StartNew();

        var (report, _) = await LookAsync(server, new Credential("") { IsSilent = true }, timeout: TimeSpan.FromSeconds(2), time: TimeProvider.System);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task Look_Interrupted_EndsAtOnce()
    {
        await using var server = await ReplayServer.StartAsync([AzureCases.FileOf("right"), AzureCases.FileOf("_cluster")], ArmPath.Is);
        using var interruption = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LookAsync(server, timeout: TimeSpan.FromMinutes(5), time: TimeProvider.System, cancellationToken: interruption.Token));
    }

    [Fact]
    public async Task Look_AtAClusterThatIsNotAzures_NeverOpensAzure()
    {
        using var http = new HttpClient();
        var reader = new ApiReader(http, new Uri(Nobody), (_, _) => Task.CompletedTask);
        var doctor = new LiveDoctor(reader, "test", "test", AzureCases.Namespace, TimeProvider.System) { Timeout = _timeout, Azure = _ => throw new InvalidOperationException("Azure was asked") };

        var look = await doctor.LookAsync([], CancellationToken.None);

        Assert.Equal(Diagnosis.Unread, look!.Value.Report.ExitCode);
    }

    [Fact]
    public async Task Reader_OfPlainHttpElsewhere_SendsNoToken()
    {
        using var reader = new ArmReader(new ArmEndpoint(new Uri("http://arm.example/"), "scope"), new Credential(Token), TimeProvider.System);

        var answer = await reader.GetAsync(Cluster, _timeout, CancellationToken.None);

        Assert.Contains("plain http", answer.WhyUnread, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_GoesToAzureAlone()
    {
        await using var cluster = await StartAsync("right");
        await using var azure = await StartAsync("right");

        await LookAsync(cluster, arm: azure);

        Assert.Equal($"Bearer {Token}", azure.Authorization);
        Assert.Equal("", cluster.Authorization ?? "");
        Assert.All(azure.Asked, path => Assert.True(ArmPath.Is(path), path));
    }

    private static Task<ReplayServer> StartAsync(string name) => ReplayServer.StartAsync([AzureCases.FileOf(name), AzureCases.FileOf("_cluster")]);

    private static async Task<(DoctorReport Report, AnswerSet Answers)> LookAsync(
        ReplayServer server, Credential? credential = null, ArmId? id = null, ReplayServer? arm = null, TimeSpan? timeout = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient();
        var doctor = Doctor(new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask), arm ?? server, credential, id, timeout, time);
        return (await doctor.LookAsync([], cancellationToken))!.Value;
    }

    private static LiveDoctor Doctor(IApiReader reader, ReplayServer arm, Credential? credential = null, ArmId? id = null, TimeSpan? timeout = null, TimeProvider? time = null) =>
        new(reader, "replay", "a test", AzureCases.Namespace, time ?? new FrozenTime())
        {
            Timeout = timeout ?? _timeout,
            Azure = cloud => new ArmReader(new ArmEndpoint(new Uri(arm.Address), ArmEndpoint.Of(cloud).Scope), credential ?? new Credential(Token), TimeProvider.System),
            ClusterId = id,
            // The workspace of the cases is no address that a test may ask.
            Prometheus = PrometheusAddress.Read(Nobody).Address,
        };

    /// <summary>The time of the cases.</summary>
    private sealed class FrozenTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 29, 11, 45, 10, TimeSpan.Zero);
    }

    private sealed class Credential(string? token) : TokenCredential
    {
        /// <summary>Whether it never gives one, and looks at no cancellation.</summary>
        public bool IsSilent { get; init; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            token is null ? throw new InvalidOperationException("nobody is signed in. Tried this and that") : new AccessToken(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            IsSilent ? new(new TaskCompletionSource<AccessToken>().Task) : new(GetToken(requestContext, cancellationToken));
    }
}
