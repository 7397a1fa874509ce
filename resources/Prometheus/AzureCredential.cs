using Azure.Core;
using Azure.Identity;

namespace KedaStack.Resources.Prometheus;

/// <summary>Whoever is logged in to Azure here. Its library is loaded here only: most commands never need it.</summary>
internal static class AzureCredential
{
    /// <summary>The first that there is of the environment, a workload identity, a managed identity, az login and others.</summary>
    public static TokenCredential Create() => new DefaultAzureCredential();
}
