using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>The doctor on a server, or a network, that does not do what it should.</summary>
public sealed class ConnectionTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Server_ThatDropsConnections_IsUnreadAndSaysSo()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.Instead = context =>
        {
            context.Abort();
            return Task.FromResult(true);
        };

        var report = await LookAsync(server);

        AssertUnread(report);
        Assert.NotNull(report.Worst.WhyNothing);
    }

    [Fact]
    public async Task Server_ThatDropsEverySecondConnection_IsReadAsFarAsItAnswers()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        var count = 0;
        server.Instead = context =>
        {
            if (Interlocked.Increment(ref count) % 2 == 0)
            {
                context.Abort();
                return Task.FromResult(true);
            }

            return Task.FromResult(false);
        };

        var report = await LookAsync(server);

        Assert.All(report.Worst.Links, link => Assert.NotEqual(LinkState.Fail, link.Verdict.State));
        Assert.Null(report.Worst.WhyNothing);
    }

    [Fact]
    public async Task Server_WhoseTokenHasRunOut_IsUnreadAndSaysSo()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.Instead = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsJsonAsync(new { kind = "Status", code = 401, message = "Unauthorized" });
            return true;
        };

        var report = await LookAsync(server);

        AssertUnread(report);
        Assert.Equal("the server does not know your token (401)", report.Worst.WhyNothing);
    }

    [Fact]
    public async Task Server_WhoseCertificateNobodyKnows_IsUnreadAndSaysSo()
    {
        using var key = RSA.Create(2048);
        using var own = new CertificateRequest("CN=somebody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
        // Windows takes no key that is in memory only.
        using var certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        await using var server = await ReplayServer.StartAsync([RepositoryRoot.PathOf($"{LiveCommand.Chains}/all-well.json")], certificate: certificate);

        var report = await LookAsync(server);

        AssertUnread(report);
        Assert.StartsWith("TLS: ", report.Worst.WhyNothing, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Server_ThatIsNoApiServer_IsUnreadAndSaysSo()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.Instead = async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><body>Sign in</body></html>");
            return true;
        };

        var report = await LookAsync(server);

        AssertUnread(report);
        Assert.Equal("what answers is no API server: it sends no JSON", report.Worst.WhyNothing);
    }

    [Fact]
    public async Task Server_ThatIsSlow_IsNotWaitedForLongerThanTheTimeOut()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.Instead = async context =>
        {
            // Half of it answers, the other half too late.
            if (context.Request.Path.Value!.Contains("keda.sh", StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            }

            return false;
        };
        var watch = Stopwatch.StartNew();

        var report = await LookAsync(server, TimeSpan.FromSeconds(2));

        Assert.Equal(Diagnosis.Unread, report.ExitCode);
        Assert.Equal("ScaledObjects: no answer in time", report.Worst.Links.Single(link => link.Id == "scaled-object").Verdict.Found);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    [Fact]
    public async Task Redirect_IsNotFollowed_SoThatNoTokenLeaves()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        await using var other = await LiveCommand.ServeAsync("all-well");
        using var folder = new TemporaryDirectory();
        server.Instead = context =>
        {
            context.Response.Redirect(other.Address + context.Request.Path);
            return Task.FromResult(true);
        };

        using var cluster = await KubeconfigCluster.OpenAsync(null, ("dev", File.ReadAllText(server.WriteKubeconfig(folder.Path, "all-well"))), _timeout, [], CancellationToken.None);
        var answer = await cluster!.Reader.GetAsync(ApiPath.Version, _timeout, CancellationToken.None);

        Assert.Equal(302, answer.Status);
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task Namespace_WithFiveThousandPods_IsReadAndJudged()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        var pods = ApiPath.Core("all-well", "pods");
        var list = JsonNode.Parse(File.ReadAllText(RepositoryRoot.PathOf($"{LiveCommand.Chains}/all-well.json"))).Objects("answers").Single(answer => answer.Text("path") == pods)["body"]!;
        var first = list.Objects("items")[0];
        list["items"] = new JsonArray([.. Enumerable.Range(0, 5000).Select(place =>
        {
            var pod = (JsonObject)first.DeepClone();
            pod["metadata"]!["name"] = $"web-{place}";
            return (JsonNode)pod;
        })]);
        var body = list.ToJsonString();
        server.Instead = async context =>
        {
            if (context.Request.Path != pods)
            {
                return false;
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
            return true;
        };

        var report = await LookAsync(server);

        Assert.Equal("5,000 of 5,000 pods ready", report.Worst.Links.Single(link => link.Id == "app").Verdict.Found);
        Assert.Equal(0, report.ExitCode);
    }

    private static void AssertUnread(DoctorReport report)
    {
        Assert.Equal(Diagnosis.Unread, report.ExitCode);
        Assert.All(report.Worst.Links, link => Assert.NotEqual(LinkState.Fail, link.Verdict.State));
    }

    private static async Task<DoctorReport> LookAsync(ReplayServer server, TimeSpan? timeout = null)
    {
        using var http = new HttpClient();
        var reader = new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask);
        var problems = new List<SettingsProblem>();
        var look = await new LiveDoctor(reader, "replay", "a test", "all-well", TimeProvider.System) { Timeout = timeout ?? _timeout }.LookAsync(problems, CancellationToken.None);
        Assert.Empty(problems);
        return look!.Value.Report;
    }
}
