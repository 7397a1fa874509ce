using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Tests.Infra.Running;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Clouds;

/// <summary>The stack in Azure Government and in China.</summary>
public sealed class StackInACloudTests
{
    private const string Environment = "environment";

    [Theory]
    [InlineData("usgovvirginia", "AzureUSGovernmentCloud", "usgovernment")]
    [InlineData("chinanorth3", "AzureChinaCloud", "china")]
    public async Task Stack_InAnotherCloud_SaysItToKedaAndToItsProviders(string location, string keda, string pulumi)
    {
        var run = await StackRun.UpdateAsync(Settings(("location", location), ("admins", "alice@contoso.com")));

        Assert.Equal(keda, run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.cloud"));
        Assert.Equal(pulumi, run["azure-native azure-native"].Text(Environment));
        Assert.Equal(pulumi, run["azuread azuread"].Text(Environment));
        Assert.All(
            run.Resources.Where(resource => resource.IsAzure),
            resource => Assert.Contains("::azure-native::", resource.Registration.Provider, StringComparison.Ordinal));
        Assert.All(run.Calls, call => Assert.Contains($"::{Package(call)}::", call.Provider, StringComparison.Ordinal));
        Assert.Contains(run.Calls, call => Package(call) == "azuread");
    }

    [Fact]
    public async Task Stack_InThePublicCloud_SaysNothingAndHasTheDefaultProviders()
    {
        var run = await StackRun.UpdateAsync(Settings(("admins", "alice@contoso.com")));

        Assert.Null(run["ScaledObject scaled-object"].At("spec.triggers[0].metadata.cloud"));
        Assert.Equal(["kubernetes"], run.Resources.Where(resource => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)).Select(resource => resource.Name));
        Assert.All(run.Resources.Where(resource => resource.IsAzure), resource => Assert.Equal("", resource.Registration.Provider ?? ""));
    }

    [Fact]
    public async Task Stack_InARegionThatIsNotKnown_TakesTheCloudOfTheSetting()
    {
        var run = await StackRun.UpdateAsync(Settings(("location", "usgovutah"), ("cloud", "usgovernment")));

        Assert.Equal("AzureUSGovernmentCloud", run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.cloud"));
    }

    [Theory]
    [InlineData("usgovvirginia", "public", "", """cloud: is not the cloud of location "usgovvirginia" (got "public"); write usgovernment or leave it out""")]
    [InlineData("eastus", "china", "", """cloud: is not the cloud of location "eastus" (got "china"); write public or leave it out""")]
    [InlineData("usgovvirginia", "", "westeurope", """monitorLocation: is in another cloud than location "usgovvirginia" (got "westeurope"); write a region of the cloud usgovernment or leave it out""")]
    [InlineData("eastus", "AzureUSGovernment", "", """cloud: is an unknown word (got "AzureUSGovernment"); did you mean usgovernment? Allowed is public, usgovernment or china""")]
    public void Settings_ThatContradictEachOther_AreRejected(string location, string cloud, string monitorLocation, string problem) => Assert.Equal(
        [problem],
        SettingsParser.Parse(Raw(("location", location), ("cloud", cloud), ("monitorLocation", monitorLocation))).Problems.Select(one => one.ToString()));

    private static string Package(MockCallArgs call) => call.Token!.Split(':')[0];

    private static StackSettings Settings(params (string Key, string Value)[] values) => SettingsParser.Parse(Raw(values)).Settings!;

    private static RawSettings Raw(params (string Key, string Value)[] values) =>
        values.Aggregate(RawSettings.Empty, (raw, value) => raw.With(value.Key, value.Value));
}
