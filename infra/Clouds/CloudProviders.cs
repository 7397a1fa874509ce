using Pulumi;
using AzureAD = Pulumi.AzureAD;
using AzureNative = Pulumi.AzureNative;

namespace KedaStack.Infra.Clouds;

/// <summary>
/// The providers of a cloud other than the public one, whose environment has to be said. In the public cloud there are none:
/// everything goes through the default providers, with the config that a stack may have for them.
/// </summary>
internal sealed class CloudProviders
{
    /// <summary>Creates what the cloud needs.</summary>
    /// <param name="cloud">The cloud.</param>
    /// <param name="parent">The component that they belong to.</param>
    public CloudProviders(AzureCloud cloud, Resource parent)
    {
        if (cloud == AzureCloud.Public)
        {
            return;
        }

        var options = new CustomResourceOptions { Parent = parent };
        Azure = new AzureNative.Provider("azure-native", new AzureNative.ProviderArgs { Environment = cloud.ForPulumi() }, options);
        Entra = new AzureAD.Provider("azuread", new AzureAD.ProviderArgs { Environment = cloud.ForPulumi() }, options);
    }

    /// <summary>The provider of Azure's resources; null for the default one.</summary>
    public ProviderResource? Azure { get; }

    /// <summary>The provider that looks users up; null for the default one.</summary>
    public ProviderResource? Entra { get; }

    /// <summary>Options of a component below <paramref name="parent"/>, whose resources then go through the providers.</summary>
    public ComponentResourceOptions Below(Resource parent)
    {
        var options = new ComponentResourceOptions { Parent = parent };
        if (Azure is not null)
        {
            options.Providers.Add(Azure);
        }

        return options;
    }
}
