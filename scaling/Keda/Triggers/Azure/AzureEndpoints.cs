using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers.Azure;

/// <summary>The endpoints of Azure's clouds as the scalers choose them (pkg/scalers/azure/azure_cloud_environment.go).</summary>
internal sealed record AzureEndpoints(string Storage, string ServiceBus)
{
    private const string Private = "Private";

    private static readonly AzureEndpoints _public = new("core.windows.net", "servicebus.windows.net");
    private static readonly AzureEndpoints _government = new("core.usgovcloudapi.net", "servicebus.usgovcloudapi.net");
    private static readonly AzureEndpoints _china = new("core.chinacloudapi.cn", "servicebus.chinacloudapi.cn");
    private static readonly AzureEndpoints _german = new("core.cloudapi.de", "servicebus.cloudapi.de");

    /// <summary>The suffix of a trigger's cloud; a suffix without a cloud is ignored.</summary>
    /// <param name="config">Makes what is wrong.</param>
    /// <param name="definition">The trigger.</param>
    /// <param name="key">The parameter that holds the suffix of a private cloud.</param>
    /// <param name="suffix">The suffix of a public one.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static string Suffix(
        TypedConfig config, TriggerDefinition definition, string key, Func<AzureEndpoints, string> suffix, out TriggerFault? error)
    {
        error = null;
        var cloud = definition.Metadata.GetValueOrDefault("cloud", "");
        if (cloud.Equals(Private, StringComparison.OrdinalIgnoreCase))
        {
            var given = definition.Metadata.GetValueOrDefault(key, "");
            error = given.Length == 0 ? config.Fault($"{key} must be provided for {Private} cloud type", key) : null;
            return given;
        }

        var endpoints = cloud.ToUpperInvariant() switch
        {
            "" or "AZUREPUBLICCLOUD" or "AZURECLOUD" => _public,
            "AZUREUSGOVERNMENTCLOUD" or "AZUREUSGOVERNMENT" => _government,
            "AZURECHINACLOUD" => _china,
            "AZUREGERMANCLOUD" => _german,
            _ => null,
        };
        error = endpoints is null ? config.Fault($"invalid cloud environment {cloud}", "cloud") : null;
        return endpoints is null ? "" : suffix(endpoints);
    }
}
