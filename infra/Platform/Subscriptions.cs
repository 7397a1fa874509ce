using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using AzureNative = Pulumi.AzureNative;

namespace KedaStack.Infra.Platform;

/// <summary>Reaches resources that are there, in whatever subscription they are.</summary>
internal static class Subscriptions
{
    /// <summary>A provider of the subscription of a resource.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="id">The resource.</param>
    /// <param name="cloud">The cloud.</param>
    /// <param name="parent">The component that it belongs to.</param>
    public static ProviderResource Of(string name, ArmId id, AzureCloud cloud, Resource parent)
    {
        var args = new AzureNative.ProviderArgs { SubscriptionId = id.Subscription };
        if (cloud != AzureCloud.Public)
        {
            args.Environment = cloud.ForPulumi();
        }

        return new AzureNative.Provider(name, args, new CustomResourceOptions { Parent = parent });
    }
}
