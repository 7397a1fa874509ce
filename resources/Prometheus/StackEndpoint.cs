using KedaStack.Infra;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Prometheus;

/// <summary>Finds the query endpoint of a deployed stack, and its cluster, with the pulumi CLI.</summary>
/// <param name="pulumi">The pulumi CLI.</param>
/// <param name="directory">The directory of Pulumi.yaml.</param>
/// <param name="stack">The stack, perhaps with its organization and project.</param>
internal sealed class StackEndpoint(PulumiCli pulumi, string directory, string stack)
{
    private const string Output = "queryEndpoint";

    // What the pulumi CLI says, what that means and what to do.
    private static readonly (string Said, string Wrong, string Right)[] _failures =
    [
        ("must be set for login", "pulumi is not logged in", "run pulumi login"),
        ("pulumi login", "pulumi is not logged in", "run pulumi login"),
        ("no stack named", "pulumi knows no such stack", "run pulumi up, or name a deployed stack with --stack"),
        ("does not have output property", $"the stack has no output {Output}", "run pulumi up to the end"),
        ("passphrase", "pulumi does not know the stack's passphrase", "set PULUMI_CONFIG_PASSPHRASE"),
    ];

    private static readonly (string Said, string Wrong, string Right) _otherFailure =
        ("", "pulumi does not tell the stack's query endpoint", $"see what pulumi stack output {Output} says");

    /// <summary>Asks for the endpoint.</summary>
    /// <returns>The address, or why there is none.</returns>
    public async Task<(string? Address, SettingsProblem? Problem)> FindAsync(CancellationToken cancellationToken)
    {
        if (pulumi.Program is null)
        {
            return (null, Problem("there is no pulumi on PATH to ask for the stack's query endpoint", "nothing", "install the pulumi CLI"));
        }

        var (address, error) = await OutputAsync(Output, cancellationToken);
        if (address is not null)
        {
            return (address, null);
        }

        var said = Line(error);
        var failure = _failures.FirstOrDefault(failure => error.Contains(failure.Said, StringComparison.OrdinalIgnoreCase), _otherFailure);
        return (null, Problem(failure.Wrong, said.Length > 0 ? Quoted.Text(said) : "nothing", failure.Right));
    }

    /// <summary>Asks for the id of the cluster, which a scoped query needs.</summary>
    /// <returns>The id, or why there is none.</returns>
    public async Task<(string? Id, SettingsProblem? Problem)> FindClusterAsync(CancellationToken cancellationToken)
    {
        var (id, error) = pulumi.Program is null ? (null, "there is no pulumi on PATH") : await OutputAsync(StackOutputs.ClusterId, cancellationToken);
        return id is not null ? (id, null) : (null, SettingsProblem.Create(
            SettingKeys.PrometheusScope,
            "needs the cluster's id, which pulumi does not tell",
            Line(error) is { Length: > 0 } said ? Quoted.Text(said) : "nothing",
            $"see what pulumi stack output {StackOutputs.ClusterId} says"));
    }

    private async Task<(string? Value, string Error)> OutputAsync(string name, CancellationToken cancellationToken)
    {
        var (exitCode, output, error) = await pulumi.RunAsync(
            ["stack", "output", name, $"--stack={stack}", $"--cwd={directory}"], cancellationToken);
        var value = output.Trim();
        return (exitCode == 0 && value.Length > 0 ? value : null, error);
    }

    private static SettingsProblem Problem(string wrong, string got, string right) => SettingsProblem.Create(
        PrometheusChoice.AddressName, $"is missing, and {wrong}", got, $"{right}, or write {PrometheusChoice.AddressName} and the address");

    /// <summary>The line that says what is wrong.</summary>
    private static string Line(string error)
    {
        var lines = error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(line => line.StartsWith("error:", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault("");
    }
}
