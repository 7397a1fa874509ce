using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Live;

/// <summary><c>cluster:[namespace[/name]]</c> where a file may stand, through a server that replays a real one's answers.</summary>
public sealed class ClusterSourceTests : IDisposable
{
    private readonly LiveCommand _command = new();

    /// <summary>Command lines, and what each writes of the cluster's ScaledObject.</summary>
    public static TheoryData<string, string> Commands => new()
    {
        { "check cluster:all-well", "checks passed" },
        { "check cluster:", "checks passed" },
        { "explain --scaled-object cluster:all-well/web --value 45", "45" },
        { "explain --scaled-object cluster:/web --value 45", "45" },
        { "explain --hpa cluster:all-well/keda-hpa-web", "keda-hpa-web" },
        { "simulate --scaled-object cluster:all-well/web --traffic demo", "cluster:all-well/web" },
        { "tune --scaled-object cluster:all-well/web --traffic demo --candidates 20 --pod-capacity 20", "cluster:all-well/web" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OnACluster_ReadsItsObjects(string line, string part)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.WriteKubeconfig(_command.Folder, "all-well");

        var run = await _command.RunAsync(line.Split(' '));

        Assert.True(run.ExitCode is 0 or 2, run.Error);
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Asked, path => path.Contains("secrets", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Bearer planted-token-of-the-kubeconfig", server.Authorization);
    }

    [Fact]
    public async Task Context_OfTheCommandLine_ChoosesTheCluster()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        await using var other = await LiveCommand.ServeAsync("at-maximum");
        server.WriteKubeconfig(_command.Folder, "all-well");
        using var folder = new TemporaryDirectory();
        var second = other.WriteKubeconfig(folder.Path, "at-maximum");
        File.WriteAllText(second, File.ReadAllText(second).Replace("replay", "other", StringComparison.Ordinal));

        var run = await _command.RunAsync(
            new Dictionary<string, string> { ["KUBECONFIG"] = $"{Path.Combine(_command.Folder, "kubeconfig")}{Path.PathSeparator}{second}" },
            "explain", "--scaled-object", "cluster:", "--context", "other", "--value", "45", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Empty(server.Asked);
        Assert.NotEmpty(other.Asked);
    }

    [Theory]
    [InlineData("check cluster:shp", "cluster:shp: names no namespace of this cluster (got \"shp\"); see kubectl get namespaces")]
    [InlineData("explain --scaled-object cluster:all-well/wbe --value 1", "cluster:all-well/wbe: names no ScaledObject and no HPA of namespace all-well (got \"wbe\"); see kubectl -n all-well get scaledobjects,hpa")]
    [InlineData("simulate --scaled-object cluster:all-well/wbe --traffic demo", "cluster:all-well/wbe: names no ScaledObject and no HPA of namespace all-well (got \"wbe\"); see kubectl -n all-well get scaledobjects,hpa")]
    [InlineData("check cluster:all-well --context dev", "cluster:all-well@dev: cannot be used (got there is no context dev; there is replay); see kubectl config get-contexts")]
    public async Task Slip_IsSaidInOneSentence(string line, string error)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.WriteKubeconfig(_command.Folder, "all-well");

        var run = await _command.RunAsync(line.Split(' '));

        Assert.Equal((1, "", error + "\n"), (run.ExitCode, run.Output, run.Error));
    }

    public void Dispose() => _command.Dispose();
}
