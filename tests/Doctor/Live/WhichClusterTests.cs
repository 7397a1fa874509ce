using KedaStack.Tests.Resources.Prometheus;
using KedaStack.Tests.ScenarioTests;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>Which cluster is looked at, why, and as whom: the first line of the report says it.</summary>
public sealed class WhichClusterTests : IDisposable
{
    private readonly LiveCommand _command = new();

    [ShellFact]
    public async Task Context_ThatIsCurrent_IsTakenWhereNothingElseIsSaid()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.WriteKubeconfig(_command.Folder, "all-well");

        var run = await _command.RunAsync("doctor");

        AssertHealthy(run, "context replay (the kubeconfig's current context), namespace all-well; Kubernetes 1.37.2, KEDA 2.21.0");
    }

    [ShellFact]
    public async Task Stack_ThatIsDeployed_GoesBeforeTheCurrentContext()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        Pulumi(File.ReadAllText(server.WriteKubeconfig(_command.Folder, "all-well")));

        var run = await _command.RunAsync(WithPrograms(("KUBECONFIG", "/nowhere/config")), "doctor");
        var named = await _command.RunAsync(WithPrograms(("KUBECONFIG", "/nowhere/config")), "doctor", "--stack", "prod");

        AssertHealthy(run, "stack selected in this folder (it is deployed), namespace all-well; Kubernetes 1.37.2, KEDA 2.21.0");
        AssertHealthy(named, "stack prod (it is deployed), namespace all-well; Kubernetes 1.37.2, KEDA 2.21.0");
    }

    [ShellFact]
    public async Task Context_ThatIsNamed_GoesBeforeTheStack()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.WriteKubeconfig(_command.Folder, "all-well");
        Pulumi("apiVersion: v1, which nobody may ask for");

        var run = await _command.RunAsync(WithPrograms(), "doctor", "--context", "replay");

        AssertHealthy(run, "context replay (--context), namespace all-well; Kubernetes 1.37.2, KEDA 2.21.0");
    }

    [ShellFact]
    public async Task Stack_ThatIsNotDeployed_LeavesTheCurrentContext()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.WriteKubeconfig(_command.Folder, "all-well");
        _command.WriteProgram("pulumi", "echo 'error: no stack selected' >&2; exit 255");
        _command.Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");

        var run = await _command.RunAsync(WithPrograms(), "doctor");
        var named = await _command.RunAsync(WithPrograms(), "doctor", "--stack", "prod");

        AssertHealthy(run, "context replay (the kubeconfig's current context), namespace all-well; Kubernetes 1.37.2, KEDA 2.21.0");
        Assert.Equal((1, "--stack: names no deployed stack (got \"prod\"); run pulumi up, or leave it out for the kubeconfig's context\n"), (named.ExitCode, named.Error));
    }

    [ShellFact]
    public async Task Stack_OfAPulumiThatHangs_IsNotWaitedForLongerThanTheTimeOut()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        server.WriteKubeconfig(_command.Folder, "all-well");
        _command.WriteProgram("pulumi", "exec sleep 600");
        _command.Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");

        var run = await _command.RunAsync(WithPrograms(), "doctor", "--timeout", "1s");

        Assert.Equal((1, "", "pulumi: does not say which cluster the stack's is (got no answer within 1 s); name the cluster with --context\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(server.Asked);
    }

    public void Dispose() => _command.Dispose();

    private static void AssertHealthy(ScenarioProcess run, string first)
    {
        Assert.Equal("", run.Error);
        Assert.Equal((0, first), (run.ExitCode, run.Output.Split('\n')[0]));
    }

    /// <summary>A pulumi whose stack has this kubeconfig, and a project.</summary>
    private void Pulumi(string kubeconfig)
    {
        var file = _command.Write("of-the-stack", kubeconfig);
        _command.WriteProgram("pulumi", $"cat '{file}'");
        _command.Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");
    }

    /// <summary>The environment in which the programs of the folder are found first.</summary>
    private Dictionary<string, string> WithPrograms(params (string Name, string Value)[] more) => new(more.Select(one => KeyValuePair.Create(one.Name, one.Value)))
    {
        ["PATH"] = $"{_command.Folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
    };
}
