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
        Program("pulumi", "echo 'error: no stack selected' >&2; exit 255");
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
        Program("pulumi", "exec sleep 600");
        _command.Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");

        var run = await _command.RunAsync(WithPrograms(), "doctor", "--timeout", "1s");

        Assert.Equal((1, "", "pulumi: does not say which cluster the stack's is (got no answer within 1 s); name the cluster with --context\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(server.Asked);
    }

    [ShellTheory]
    [InlineData("v1")]
    [InlineData("v1beta1")]
    public async Task Plugin_OfTheKubeconfig_GivesTheToken(string version)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        var plugin = Program("sign-in", $$$"""printf '{"apiVersion":"client.authentication.k8s.io/{{{version}}}","kind":"ExecCredential","status":{"token":"planted-token-of-the-plugin"}}'""");
        Kubeconfig(server, plugin, version);

        var run = await _command.RunAsync("doctor");

        AssertHealthy(run, "context replay (the kubeconfig's current context), namespace all-well; Kubernetes 1.37.2, KEDA 2.21.0");
        Assert.Equal("Bearer planted-token-of-the-plugin", server.Authorization);
    }

    [ShellTheory]
    [InlineData("exit 3", "what it writes is no ExecCredential")]
    [InlineData("echo nonsense", "what it writes is no ExecCredential")]
    [InlineData("echo '{}'", "api version")]
    [InlineData(null, "No such file")]
    public async Task Plugin_ThatFails_IsSaidInOneSentence(string? script, string part)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        Kubeconfig(server, script is null ? "no-such-plugin" : Program("sign-in", script), "v1");

        var run = await _command.RunAsync("doctor");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("kubeconfig: cannot be used (got ", line, StringComparison.Ordinal);
        Assert.Contains(script is null ? "no-such-plugin, with which context replay signs in, fails: " : "sign-in, with which context replay signs in, fails: ", line, StringComparison.Ordinal);
        Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [ShellFact]
    public async Task Plugin_ThatNeverEnds_IsNotWaitedForLongerThanTheTimeOut()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        Kubeconfig(server, Program("sign-in", "exec sleep 20 2> /dev/null"), "v1");

        var run = await _command.RunAsync("doctor", "--timeout", "1s");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("fails: it does not end in time); see kubectl config get-contexts", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
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
        Program("pulumi", $"cat '{file}'");
        _command.Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");
    }

    private string Program(string name, string script)
    {
        var file = _command.Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }

    /// <summary>The environment in which the programs of the folder are found first.</summary>
    private Dictionary<string, string> WithPrograms(params (string Name, string Value)[] more) => new(more.Select(one => KeyValuePair.Create(one.Name, one.Value)))
    {
        ["PATH"] = $"{_command.Folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
    };

    private void Kubeconfig(ReplayServer server, string plugin, string version) => _command.Write("kubeconfig", """
        apiVersion: v1
        kind: Config
        current-context: replay
        clusters: [{name: replay, cluster: {server: "<address>"}}]
        users: [{name: reader, user: {exec: {apiVersion: client.authentication.k8s.io/<version>, command: "<plugin>", args: [get-token], interactiveMode: Never}}}]
        contexts: [{name: replay, context: {cluster: replay, user: reader, namespace: all-well}}]
        """.Replace("<address>", server.Address, StringComparison.Ordinal).Replace("<plugin>", plugin, StringComparison.Ordinal).Replace("<version>", version, StringComparison.Ordinal));
}
