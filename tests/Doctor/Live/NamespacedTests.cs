using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>An account whose rights come from RoleBindings in namespaces, and not from one on the whole cluster.</summary>
public sealed class NamespacedTests
{
    private const string Chain = "all-well";

    [Fact]
    public async Task Role_InKedasNamespaceToo_ReadsTheOperator()
    {
        var report = await LookAsync(Chain, "keda");

        Assert.Equal((0, "2.21.0 in keda"), (report.ExitCode, Found(report, "operator")));
    }

    [Fact]
    public async Task Role_InTheAppsNamespaceAlone_LeavesTheOperatorToItsAnswers()
    {
        var report = await LookAsync(Chain);

        Assert.Equal((0, "it answers the reads of its metrics"), (report.ExitCode, Found(report, "operator")));
        Assert.All(report.Worst.Links, link => Assert.NotEqual(LinkState.Fail, link.Verdict.State));
    }

    [Fact]
    public async Task Role_InKedasNamespaceAlone_LeavesTheChainUnread()
    {
        var report = await LookAsync("keda");

        Assert.Equal(Diagnosis.Unread, report.ExitCode);
        Assert.Equal(LinkState.NotRead, report.Worst.Links.Single(link => link.Id == "hpa").Verdict.State);
    }

    [Fact]
    public async Task Upgrade_ReadsKedasVersionInItsNamespace()
    {
        await using var server = await ServeAsync([Chain, "keda"]);
        using var http = new HttpClient();

        var look = await Doctor(server, http).LookAheadAsync(99, isWhole: true, [], CancellationToken.None);

        Assert.Equal("2.21.0", look!.Value.Report.Now.Keda?.ToString());
    }

    private static string Found(DoctorReport report, string link) => report.Worst.Links.Single(one => one.Id == link).Verdict.Found;

    private static async Task<DoctorReport> LookAsync(params string[] namespaces)
    {
        await using var server = await ServeAsync(namespaces);
        using var http = new HttpClient();
        return (await Doctor(server, http).LookAsync([], CancellationToken.None))!.Value.Report;
    }

    private static LiveDoctor Doctor(ReplayServer server, HttpClient http) =>
        new(new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask), "replay", "a test", Chain, TimeProvider.System) { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>A server that forbids what is not in these namespaces, but its version.</summary>
    private static async Task<ReplayServer> ServeAsync(string[] namespaces)
    {
        var server = await LiveCommand.ServeAsync(Chain);
        var all = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryRoot.PathOf($"{LiveCommand.Chains}/_cluster.json"))).Objects("answers").Single(answer => answer.Text("path") == ApiPath.KedaDeployments);
        var body = all["body"]!.ToJsonString();
        server.Instead = async context =>
        {
            var path = context.Request.Path.Value!;
            if (path == ApiPath.Version || (ApiPath.NamespaceOf(path) is { } ns && namespaces.Contains(ns) && !path.EndsWith("/keda/deployments", StringComparison.Ordinal)))
            {
                return false;
            }

            var isKeda = namespaces.Contains("keda") && path.EndsWith("/namespaces/keda/deployments", StringComparison.Ordinal);
            context.Response.StatusCode = isKeda ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(isKeda ? body : """{"kind":"Status","code":403,"message":"forbidden"}""");
            return true;
        };
        return server;
    }
}
