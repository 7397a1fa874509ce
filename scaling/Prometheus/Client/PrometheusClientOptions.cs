using Azure.Core;

namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>Which Prometheus is asked, as whom and with how much patience.</summary>
public sealed record PrometheusClientOptions
{
    /// <summary>The header of <see cref="ResourceScope"/>
    /// (https://learn.microsoft.com/azure/azure-monitor/metrics/prometheus-resource-scoped-queries).</summary>
    public const string ResourceScopeHeader = "x-ms-azure-scoping";

    private const int MebiByte = 1024 * 1024;

    /// <summary>The address.</summary>
    public required PrometheusAddress Address { get; init; }

    /// <summary>Who asks: for an Azure Monitor workspace a <c>DefaultAzureCredential</c>.</summary>
    /// <value>Null: nobody in particular; no token is sent.</value>
    public TokenCredential? Credential { get; init; }

    /// <summary>What the token is for; without effect without a credential.</summary>
    /// <value>Null: the scope of the address' own cloud, that of the public cloud for an address outside Azure.</value>
    public string? Scope { get; init; }

    /// <summary>The id of the one resource of Azure whose series answer, such as a cluster's; it goes into <see cref="ResourceScopeHeader"/>.</summary>
    /// <value>Null: the answer is of all series that the address has.</value>
    public string? ResourceScope { get; init; }

    /// <summary>How long one try may take, from the connection to the last byte of the answer; above 0.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long getting a token may take; above 0. A credential of the Azure CLI starts a program.</summary>
    /// <value>The default is 60 s.</value>
    public TimeSpan TokenTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request that was throttled, met a fault of the server or lost its connection is tried again; 0 or more.</summary>
    /// <value>The default is 3.</value>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first retry; each further one is twice as long. Half of it is left to chance.</summary>
    /// <value>The default is 0.5 s.</value>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest of these waits, and the longest that a server may ask for: with a longer one there is no retry.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of an answer that are read, counted after decompression; above 0.</summary>
    /// <value>The default is 32 MiB.</value>
    public int MaxResponseBytes { get; init; } = 32 * MebiByte;
}
