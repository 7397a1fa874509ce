using KedaStack.Infra.Clouds;

namespace KedaStack.Tests.Infra.Clouds;

public sealed class AzureRegionsTests
{
    [Theory]
    [InlineData("eastus", AzureCloud.Public)]
    [InlineData("denmarkeast", AzureCloud.Public)]
    [InlineData("usgovvirginia", AzureCloud.UsGovernment)]
    [InlineData("usdodeast", AzureCloud.UsGovernment)]
    [InlineData("chinanorth3", AzureCloud.China)]
    [InlineData("westus42", null)]
    [InlineData("EastUS", null)]
    public void CloudOf_ARegion_IsItsOwn(string region, AzureCloud? cloud) => Assert.Equal(cloud, AzureRegions.CloudOf(region));

    [Fact]
    public void All_Always_AreShortNamesAndNamedOnce()
    {
        Assert.All(AzureRegions.All, region => Assert.Matches("^[a-z]+[0-9]?[a-z]*$", region));
        Assert.Equal(AzureRegions.All.Distinct().Count(), AzureRegions.All.Count());
        Assert.True(AzureRegions.All.Count() > 60);
    }

    [Theory]
    [InlineData(AzureCloud.Public, "AzurePublicCloud", "public")]
    [InlineData(AzureCloud.UsGovernment, "AzureUSGovernmentCloud", "usgovernment")]
    [InlineData(AzureCloud.China, "AzureChinaCloud", "china")]
    public void Names_OfACloud_AreThoseOfKedaAndPulumi(AzureCloud cloud, string keda, string pulumi)
    {
        Assert.Equal((keda, pulumi), (cloud.ForKeda(), cloud.ForPulumi()));
        Assert.Equal(cloud, AzureCloudNames.OfKeda(keda));
        Assert.Equal(cloud, AzureCloudNames.OfKeda(keda.ToLowerInvariant()));
    }

    [Theory]
    [InlineData(null, AzureCloud.Public)]
    [InlineData("AzureCloud", AzureCloud.Public)]
    [InlineData("AzureUSGovernment", AzureCloud.UsGovernment)]
    [InlineData("AzureGermanCloud", null)]
    [InlineData("usgovernment", null)]
    public void OfKeda_OtherNames_AreThoseThatKedaKnows(string? name, AzureCloud? cloud) => Assert.Equal(cloud, AzureCloudNames.OfKeda(name));

    [Fact]
    public void Problem_OfConfigThatAProviderOfItsOwnDoesNotRead_NamesIt()
    {
        Assert.Null(ProviderConfig.Problem(AzureCloud.Public, ["subscriptionId"]));
        Assert.Null(ProviderConfig.Problem(AzureCloud.UsGovernment, ["location", "environment"]));
        Assert.Equal(
            "The provider of the cloud usgovernment does not read azure-native:subscriptionId, azure-native:tenantId of the config; "
                + "remove it with `pulumi config rm` and give it in the environment, such as ARM_SUBSCRIPTION_ID.",
            ProviderConfig.Problem(AzureCloud.UsGovernment, ["location", "subscriptionId", "tenantId"]));
    }
}
