using KedaStack.Doctor;
using KedaStack.Doctor.Upgrades;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>What an upgrade breaks, asked of a server that replays a cluster's answers.</summary>
public sealed class LiveUpgradeTests
{
    [Fact]
    public async Task LookAhead_AtAllNamespaces_SaysWhatTheFileSays()
    {
        await using var server = await StartAsync("add-on");

        var (report, _) = (await LookAsync(server, isWhole: true))!.Value;

        Assert.Equal(UpgradeReport.Offline(FileOf("add-on"), 36, null, [])!.Breaks, report.Breaks);
        Assert.Null(report.Namespaces);
        Assert.Equal(Diagnosis.Broken, report.ExitCode);
        Assert.All(server.Asked, path => Assert.True(ReadRules.Allow(path), $"{path} is not allowed by --rbac"));
        Assert.DoesNotContain(server.Asked, path => path.Contains("secrets", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task LookAhead_WhereAllAreForbidden_ReadsTheOwnNamespaceAndSaysSo()
    {
        await using var server = await StartAsync("own-namespace");

        var (report, _) = (await LookAsync(server, isWhole: true))!.Value;

        Assert.Equal(["shop"], report.Namespaces);
        Assert.Single(report.Breaks);
        Assert.Contains("other namespaces: forbidden", Assert.Single(report.Unread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookAhead_AtOneNamespace_AsksForNoOther()
    {
        await using var server = await StartAsync("own-namespace");

        var (report, answers) = (await LookAsync(server, isWhole: false))!.Value;

        Assert.Equal(["shop"], report.Namespaces);
        Assert.Empty(report.Unread);
        Assert.DoesNotContain(answers.All, answer => answer.Path == ApiPath.OfAll("keda.sh/v1alpha1", "scaledobjects"));
    }

    [Fact]
    public async Task LookAhead_WhereNothingAnswers_IsUnreadAndBreaksNothing()
    {
        using var http = new HttpClient();
        // Port 1 of loopback: nothing listens there.
        var reader = new ApiReader(http, new Uri("http://127.0.0.1:1"), (_, _) => Task.CompletedTask);

        var (report, _) = (await Doctor(reader).LookAheadAsync(36, true, [], CancellationToken.None))!.Value;

        Assert.Equal(Diagnosis.Unread, report.ExitCode);
        Assert.Empty(report.Breaks);
    }

    private static string FileOf(string name) => RepositoryRoot.PathOf($"tests/Scenarios/doctor-upgrade/{name}.json");

    private static Task<ReplayServer> StartAsync(string name) => ReplayServer.StartAsync([FileOf(name)]);

    private static LiveDoctor Doctor(ApiReader reader) => new(reader, "replay", "a test", "shop", TimeProvider.System) { Timeout = TimeSpan.FromSeconds(20) };

    private static async Task<(UpgradeReport Report, AnswerSet Answers)?> LookAsync(ReplayServer server, bool isWhole)
    {
        using var http = new HttpClient();
        return await Doctor(new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask)).LookAheadAsync(36, isWhole, [], CancellationToken.None);
    }
}
