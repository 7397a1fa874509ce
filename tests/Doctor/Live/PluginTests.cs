using System.Diagnostics;
using KedaStack.Tests.Resources.Prometheus;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>The program with which a kubeconfig's user signs in, as kubelogin.</summary>
public sealed class PluginTests : IDisposable
{
    // Holds the pipe open together with what it starts: it is at its end when all of them are.
    private const string Hangs = "exec 3> alive; sleep 600 & echo started >&3; wait";

    private const string GivesAnOldTokenAndThenHangs = """
        if mkdir ran 2> /dev/null; then
          printf '{"apiVersion":"client.authentication.k8s.io/v1","status":{"token":"old","expirationTimestamp":"2020-01-01T00:00:00Z"}}'
        else
        """ + "\n" + Hangs + "\nfi";

    private readonly LiveCommand _command = new();

    [ShellTheory]
    [InlineData("v1")]
    [InlineData("v1beta1")]
    public async Task Plugin_OfTheKubeconfig_GivesTheToken(string version)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        var plugin = _command.WriteProgram("sign-in", $$$"""printf '{"apiVersion":"client.authentication.k8s.io/{{{version}}}","kind":"ExecCredential","status":{"token":"planted-token-of-the-plugin"}}'""");
        Kubeconfig(server, plugin, version);

        var run = await _command.RunAsync("doctor");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Equal("Bearer planted-token-of-the-plugin", server.Authorization);
    }

    [ShellTheory]
    [InlineData("exit 3", "it ends with exit code 3")]
    [InlineData("echo nonsense", "what it writes is no ExecCredential")]
    [InlineData("echo '{}'", "it answers in the API version none, and the kubeconfig asks for client.authentication.k8s.io/v1")]
    [InlineData("""echo '{"apiVersion":"client.authentication.k8s.io/v1","status":{}}'""", "it gives neither a token nor a certificate")]
    [InlineData(null, "No such file")]
    public async Task Plugin_ThatFails_IsSaidInOneSentence(string? script, string part)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        Kubeconfig(server, script is null ? "no-such-plugin" : _command.WriteProgram("sign-in", script), "v1");

        var run = await _command.RunAsync("doctor");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("kubeconfig: cannot be used (got ", line, StringComparison.Ordinal);
        Assert.Contains(script is null ? "no-such-plugin, with which context replay signs in, fails: " : "sign-in, with which context replay signs in, fails: ", line, StringComparison.Ordinal);
        Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [ShellTheory]
    [InlineData(Hangs, "kubeconfig: cannot be used (got <plugin>, with which context replay signs in, fails: it did not end within 1 s, and was ended); see kubectl config get-contexts\n")]
    [InlineData(GivesAnOldTokenAndThenHangs, "")]
    public async Task Plugin_ThatHangs_IsEndedWithWhatItStarted_WhenTheTimeIsUp(string script, string error)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        var plugin = _command.WriteProgram("sign-in", script);
        Kubeconfig(server, plugin, "v1");
        var alive = await AliveAsync();

        var run = await _command.RunAsync("doctor", "--timeout", "1s");

        Assert.Equal((1, error.Replace("<plugin>", plugin, StringComparison.Ordinal)), (run.ExitCode, run.Error));
        Assert.StartsWith("started\n", await ToItsEndAsync(await alive), StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [ShellTheory]
    [InlineData(Hangs)]
    [InlineData(GivesAnOldTokenAndThenHangs)]
    public async Task Plugin_ThatHangs_IsEndedWithWhatItStarted_OnCtrlC(string script)
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        Kubeconfig(server, _command.WriteProgram("sign-in", script), "v1");
        var alive = await AliveAsync();
        var start = ProcessSteering.Interruptible(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "kedastack.dll"), "doctor", "--timeout", "10m"]);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (_command.Folder, true, true);
        start.Environment["KUBECONFIG"] = Path.Combine(_command.Folder, "kubeconfig");
        using var process = Process.Start(start)!;
        try
        {
            var error = process.StandardError.ReadToEndAsync();
            using var reader = await alive;
            Assert.Equal("started", await reader.ReadLineAsync().WaitAsync(Eventually.Deadline));

            process.Signal(ProcessSteering.Interrupt);

            Assert.Equal(130, await process.WaitForExitCodeAsync());
            Assert.Equal("", await ToItsEndAsync(reader));
            Assert.Equal("Stopped before the end; nothing was written.\n", await error);
        }
        finally
        {
            process.End();
        }
    }

    public void Dispose() => _command.Dispose();

    /// <summary>A pipe <c>alive</c> in the folder, which opens when somebody writes to it.</summary>
    private async Task<Task<StreamReader>> AliveAsync()
    {
        using var make = Process.Start("mkfifo", Path.Combine(_command.Folder, "alive"));
        await make.WaitForExitAsync();
        return Task.Run(() => new StreamReader(new FileStream(Path.Combine(_command.Folder, "alive"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite))).WaitAsync(Eventually.Deadline);
    }

    private static async Task<string> ToItsEndAsync(StreamReader reader)
    {
        using (reader)
        {
            return await reader.ReadToEndAsync().WaitAsync(Eventually.Deadline);
        }
    }

    private void Kubeconfig(ReplayServer server, string plugin, string version) => _command.Write("kubeconfig", """
        apiVersion: v1
        kind: Config
        current-context: replay
        clusters: [{name: replay, cluster: {server: "<address>"}}]
        users: [{name: reader, user: {exec: {apiVersion: client.authentication.k8s.io/<version>, command: "<plugin>", args: [get-token], interactiveMode: Never}}}]
        contexts: [{name: replay, context: {cluster: replay, user: reader, namespace: all-well}}]
        """.Replace("<address>", server.Address, StringComparison.Ordinal).Replace("<plugin>", plugin, StringComparison.Ordinal).Replace("<version>", version, StringComparison.Ordinal));
}
