using Azure.Core;
using Azure.Identity;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Client.Http;

namespace KedaStack.Resources.Prometheus;

/// <summary>Which Prometheus the command line names, as whom it is asked and how long.</summary>
/// <param name="Address">The address; null when none is given, or none that is one.</param>
/// <param name="UsesAzure">Whether a token of Azure is sent; null when that is left to the address.</param>
/// <param name="Timeout">How long a request may take; null for the default.</param>
internal sealed record PrometheusChoice(PrometheusAddress? Address, bool? UsesAzure, TimeSpan? Timeout)
{
    /// <summary>The option for the address.</summary>
    public const string AddressName = "--prometheus";

    /// <summary>Completes the choice: where no address is given, it is the known one, else the stack's, which the pulumi CLI is asked for.</summary>
    /// <param name="known">The address where none is given; null for that of the stack.</param>
    /// <param name="endpoint">The stack's endpoint.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public async Task<PrometheusClientOptions?> ResolveAsync(
        string? known, StackEndpoint endpoint, ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        if (Address is not null)
        {
            return Of(Address);
        }

        if (known is null)
        {
            (known, var problem) = await endpoint.FindAsync(cancellationToken);
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return known is not null && Read(known, problems) is { } address ? Of(address) : null;
    }

    /// <summary>Makes a client, with the machine's own clock.</summary>
    public static HttpPrometheusClient Connect(PrometheusClientOptions options) => new(options, TimeProvider.System, new Random());

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static PrometheusAddress? Read(string text, ICollection<SettingsProblem> problems)
    {
        var reading = PrometheusAddress.Read(text);
        if (reading.Address is null)
        {
            // A password that was written into an address is not written once more.
            var shown = text.Contains('@', StringComparison.Ordinal) ? "an address with @" : Quoted.Text(text);
            problems.Add(SettingsProblem.Create(AddressName, reading.Wrong, shown, reading.Right));
        }

        return reading.Address;
    }

    private PrometheusClientOptions Of(PrometheusAddress address)
    {
        var options = new PrometheusClientOptions { Address = address };
        return options with
        {
            Timeout = Timeout ?? options.Timeout,
            Credential = UsesAzure ?? address.ManagedScope is not null ? AzureCredential.Create() : null,
        };
    }
}

/// <summary>Whoever is logged in to Azure here. Its library is loaded here only: most commands never need it.</summary>
internal static class AzureCredential
{
    /// <summary>The first that there is of the environment, a workload identity, a managed identity, az login and others.</summary>
    public static TokenCredential Create() => new DefaultAzureCredential();
}
