using KedaStack.Resources.Prometheus;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Prometheus;

public sealed class StackKubeconfigTests : IDisposable
{
    private const string Id = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/prod/providers/Microsoft.ContainerService/managedClusters/prod";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [ShellTheory]
    [InlineData($"echo {Id}", Id)]
    [InlineData("echo kind-demo", null)]
    [InlineData("echo 'error: current stack does not have output property clusterId' >&2; exit 255", null)]
    public async Task FindClusterId_OfADeployedStack_IsItsOutput(string script, string? id)
    {
        var stack = new StackKubeconfig(Pulumi($"echo \"$@\" >'{_directory.Combine("arguments")}'; {script}"), _directory.Path, "dev");

        Assert.Equal(id, (await stack.FindClusterIdAsync(CancellationToken.None))?.ToString());
        Assert.Equal(
            $"stack output clusterId --cwd={_directory.Path} --stack=dev --non-interactive --color=never\n", await File.ReadAllTextAsync(_directory.Combine("arguments")));
    }

    [Fact]
    public async Task Find_WithoutAProject_AsksNobody() =>
        Assert.Null(await new StackKubeconfig(new PulumiCli("/nowhere/pulumi"), _directory.Path, null).FindAsync(CancellationToken.None));

    private PulumiCli Pulumi(string script)
    {
        var file = _directory.Combine("pulumi");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return new PulumiCli(file);
    }
}
