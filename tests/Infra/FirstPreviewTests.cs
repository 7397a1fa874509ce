using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra;

/// <summary>The first <c>pulumi preview</c>: there is no cluster yet, so its kubeconfig and issuer are unknown.</summary>
public sealed class FirstPreviewTests
{
    [Theory]
    [InlineData(KedaInstallation.Helm, ClusterAccess.LocalAccounts)]
    [InlineData(KedaInstallation.Helm, ClusterAccess.Entra)]
    [InlineData(KedaInstallation.AddOn, ClusterAccess.LocalAccounts)]
    [InlineData(KedaInstallation.AddOn, ClusterAccess.Entra)]
    public async Task FirstPreview_BeforeTheClusterExists_ShowsEveryResource(KedaInstallation installation, ClusterAccess access)
    {
        var settings = Stacks.Defaults with
        {
            Keda = Stacks.Defaults.Keda with { Installation = installation },
            Cluster = Stacks.Defaults.Cluster with { Access = access },
        };

        var preview = await StackRun.FirstPreviewAsync(settings);

        Assert.Equal(ResourceTree.Text(await StackRun.UpdateAsync(settings)), ResourceTree.Text(preview));
    }

    [Fact]
    public async Task FirstPreview_Kubeconfig_IsUnknownAndStillSecret()
    {
        var preview = await StackRun.FirstPreviewAsync(Stacks.Defaults);

        Assert.Equal(new StackOutput(null, IsSecret: true), preview.Outputs["kubeconfig"]);
        Assert.Null(preview["kubernetes kubernetes"].At("kubeconfig"));
    }

    [Fact]
    public async Task FirstPreview_ClusterCredentials_AreNotAskedFor()
    {
        var preview = await StackRun.FirstPreviewAsync(Stacks.Defaults);

        Assert.DoesNotContain(
            preview.Calls, call => call.Token == "azure-native:containerservice:listManagedClusterUserCredentials");
    }

    [Fact]
    public async Task FirstPreview_WhatDoesNotDependOnAzure_IsShown()
    {
        var preview = await StackRun.FirstPreviewAsync(Stacks.Defaults);

        Assert.Equal("system:serviceaccount:keda:keda-operator", preview["FederatedIdentityCredential keda-credential"].Text("subject"));
        Assert.Equal("2.20.2", preview["Release keda"].Text("version"));
        Assert.Null(preview["FederatedIdentityCredential keda-credential"].At("issuer"));
    }
}
