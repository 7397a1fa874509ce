using KedaStack.Infra.Clouds;

namespace KedaStack.Resources.Cluster.Arm;

/// <summary>Where Azure Resource Manager is, and what a token for it has to be for.</summary>
/// <param name="Host">The address.</param>
/// <param name="Scope">The scope of the token.</param>
internal sealed record ArmEndpoint(Uri Host, string Scope)
{
    /// <summary>That of a cloud (learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure, learn.microsoft.com/azure/china/resources-developer-guide).</summary>
    public static ArmEndpoint Of(AzureCloud cloud)
    {
        var host = cloud switch
        {
            AzureCloud.Public => "https://management.azure.com/",
            AzureCloud.UsGovernment => "https://management.usgovcloudapi.net/",
            AzureCloud.China => "https://management.chinacloudapi.cn/",
            _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "There is no such cloud."),
        };
        return new ArmEndpoint(new Uri(host), $"{host}.default");
    }
}
