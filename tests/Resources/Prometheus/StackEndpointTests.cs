using KedaStack.Resources.Prometheus;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Prometheus;

public sealed class StackEndpointTests : IDisposable
{
    private const string Endpoint = "https://w-1a2b.westeurope.prometheus.monitor.azure.com";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [ShellFact]
    public async Task Find_DeployedStack_IsItsOutput()
    {
        var endpoint = Pulumi($"echo \"$@\" >'{_directory.Combine("arguments")}'; echo {Endpoint}");

        Assert.Equal((Endpoint, null), await endpoint.FindAsync(CancellationToken.None));
        Assert.Equal(
            $"stack output queryEndpoint --stack=org/kedastack/dev --cwd={_directory.Path} --non-interactive --color=never\n",
            await File.ReadAllTextAsync(_directory.Combine("arguments")));
    }

    [Fact]
    public async Task Find_NoPulumi_SaysSo()
    {
        var (address, problem) = await new StackEndpoint(new PulumiCli(null), _directory.Path, "dev").FindAsync(CancellationToken.None);

        Assert.Null(address);
        Assert.Equal(
            "--prometheus: is missing, and there is no pulumi on PATH to ask for the stack's query endpoint (got nothing); "
            + "install the pulumi CLI, or write --prometheus and the address",
            problem!.ToString());
    }

    [ShellTheory]
    [InlineData(
        "error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions",
        "pulumi is not logged in", "run pulumi login")]
    [InlineData("error: no stack named 'dev' found", "pulumi knows no such stack", "run pulumi up, or name a deployed stack with --stack")]
    [InlineData(
        "error: current stack does not have output property 'queryEndpoint'",
        "the stack has no output queryEndpoint", "run pulumi up to the end")]
    [InlineData(
        "error: getting secrets manager: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE",
        "pulumi does not know the stack's passphrase", "set PULUMI_CONFIG_PASSPHRASE")]
    [InlineData(
        "error: something else", "pulumi does not tell the stack's query endpoint", "see what pulumi stack output queryEndpoint says")]
    public async Task Find_PulumiFails_SaysWhatToDo(string error, string wrong, string right)
    {
        var endpoint = Pulumi($"echo 'warning: a newer version is there' >&2; echo \"{error}\" >&2; exit 255");

        var (address, problem) = await endpoint.FindAsync(CancellationToken.None);

        Assert.Null(address);
        Assert.Equal(
            $"--prometheus: is missing, and {wrong} (got \"{error}\"); {right}, or write --prometheus and the address", problem!.ToString());
    }

    [ShellFact]
    public async Task Find_NoOutputAtAll_SaysSo()
    {
        var (_, problem) = await Pulumi("exit 0").FindAsync(CancellationToken.None);

        Assert.StartsWith(
            "--prometheus: is missing, and pulumi does not tell the stack's query endpoint (got nothing)", problem!.ToString(), StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task Find_NoProgram_SaysSo()
    {
        var file = _directory.Combine("pulumi");
        await File.WriteAllTextAsync(file, "no program");

        var (_, problem) = await new StackEndpoint(new PulumiCli(file), _directory.Path, "dev").FindAsync(CancellationToken.None);

        Assert.Contains("pulumi does not tell the stack's query endpoint (got \"An error occurred trying to start", problem!.ToString(), StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task Find_Cancelled_EndsAtOnce() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Pulumi("exec sleep 600").FindAsync(new CancellationToken(canceled: true)));

    private StackEndpoint Pulumi(string script)
    {
        var program = _directory.Combine("pulumi");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return new StackEndpoint(new PulumiCli(program), _directory.Path, "org/kedastack/dev");
    }
}
