using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Resources.Prometheus;

/// <summary>Reads the kubeconfig of a deployed stack with the pulumi CLI. It stays in memory.</summary>
/// <param name="pulumi">The pulumi CLI.</param>
/// <param name="directory">The directory of Pulumi.yaml.</param>
/// <param name="stack">The stack; null for the one that is selected.</param>
internal sealed class StackKubeconfig(PulumiCli pulumi, string directory, string? stack)
{
    /// <summary>Asks for it.</summary>
    /// <returns>The stack's name and its kubeconfig; null where no stack is selected or it is not deployed.</returns>
    public async Task<(string Name, string Kubeconfig)?> FindAsync(CancellationToken cancellationToken)
    {
        if (pulumi.Program is null || !File.Exists(Path.Combine(directory, "Pulumi.yaml")))
        {
            return null;
        }

        var (exitCode, output) = await OutputAsync(["kubeconfig", "--show-secrets"], cancellationToken).ConfigureAwait(false);
        return exitCode == 0 && output.Contains("apiVersion", StringComparison.Ordinal) ? (stack ?? "selected in this folder", output) : null;
    }

    /// <summary>Asks for the id of its cluster.</summary>
    /// <returns>The id; null where pulumi does not tell it, or the cluster is no AKS.</returns>
    public async Task<ArmId?> FindClusterIdAsync(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await OutputAsync(["clusterId"], cancellationToken).ConfigureAwait(false);
        return exitCode == 0 ? ArmId.TryParse(output.Trim(), "Microsoft.ContainerService/managedClusters") : null;
    }

    private async Task<(int? ExitCode, string Output)> OutputAsync(string[] output, CancellationToken cancellationToken)
    {
        string[] which = stack is null ? [] : [$"--stack={stack}"];
        var (exitCode, text, _) = await pulumi.RunAsync(["stack", "output", .. output, $"--cwd={directory}", .. which], cancellationToken).ConfigureAwait(false);
        return (exitCode, text);
    }
}
