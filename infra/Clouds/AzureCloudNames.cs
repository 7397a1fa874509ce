namespace KedaStack.Infra.Clouds;

/// <summary>What others call the clouds.</summary>
public static class AzureCloudNames
{
    /// <summary>
    /// KEDA's name, in the metadata <c>cloud</c> of a trigger: it decides what the token is for (KEDA,
    /// pkg/scalers/azure/azure_managed_prometheus_http_round_tripper.go).
    /// </summary>
    public static string ForKeda(this AzureCloud cloud) => cloud switch
    {
        AzureCloud.Public => "AzurePublicCloud",
        AzureCloud.UsGovernment => "AzureUSGovernmentCloud",
        AzureCloud.China => "AzureChinaCloud",
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "There is no such cloud."),
    };

    /// <summary>The <c>environment</c> of Pulumi's providers azure-native and azuread.</summary>
    public static string ForPulumi(this AzureCloud cloud) => cloud switch
    {
        AzureCloud.Public => "public",
        AzureCloud.UsGovernment => "usgovernment",
        AzureCloud.China => "china",
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "There is no such cloud."),
    };

    /// <summary>The cloud that KEDA takes a name for; without one the public cloud.</summary>
    /// <param name="name">The name in any case; KEDA knows two of some clouds (cloud_config.go, environments).</param>
    /// <returns>Null for a name that KEDA does not know, or of a cloud that has no managed Prometheus.</returns>
    public static AzureCloud? OfKeda(string? name) => name?.ToUpperInvariant() switch
    {
        null or "" or "AZUREPUBLICCLOUD" or "AZURECLOUD" => AzureCloud.Public,
        "AZUREUSGOVERNMENTCLOUD" or "AZUREUSGOVERNMENT" => AzureCloud.UsGovernment,
        "AZURECHINACLOUD" => AzureCloud.China,
        _ => null,
    };
}
