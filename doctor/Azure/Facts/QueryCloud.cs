using KedaStack.Doctor.Chains;
using KedaStack.Infra.Clouds;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>The cloud of a workspace that a trigger asks.</summary>
internal static class QueryCloud
{
    /// <summary>The cloud that the address is of; null for none.</summary>
    public static AzureCloud? Of(ChainTrigger trigger) => !Uri.TryCreate(trigger.ServerAddress, UriKind.Absolute, out var uri) ? null
        : uri.Host.Split('.')[^1] switch
        {
            "com" => AzureCloud.Public,
            "us" => AzureCloud.UsGovernment,
            "cn" => AzureCloud.China,
            _ => null,
        };

    /// <summary>The cloud that KEDA asks a token for; null for a name that it does not know.</summary>
    public static AzureCloud? OfToken(ChainTrigger trigger) => AzureCloudNames.OfKeda(trigger.Metadata.GetValueOrDefault("cloud"));
}
