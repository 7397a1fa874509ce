using System.Text.RegularExpressions;

namespace KedaStack.Tests.Resources.Timeline;

/// <summary>Nothing waits for what it does not need.</summary>
public sealed partial class WaitGraphTests
{
    private const string Group = "ResourceGroup resource-group";
    private const string Aks = "ManagedCluster aks";
    private const string Cluster = "kubernetes kubernetes";
    private const string Workspace = "AzureMonitorWorkspace workspace";
    private const string Identity = "UserAssignedIdentity keda-identity";

    [Theory]
    [InlineData("")]
    [InlineData("kedaInstallation=addon")]
    public async Task AzureResources_WithoutNeedForTheCluster_AreMadeBesideIt(string setting)
    {
        var waits = await WaitsAsync(setting);

        Equal(waits, Aks, Group);
        Equal(waits, Workspace, Group);
        Equal(waits, Identity, Group);
        Equal(waits, "DataCollectionEndpoint data-collection-endpoint", Group);
        Equal(waits, "DataCollectionRule data-collection-rule", Group, Workspace, "DataCollectionEndpoint data-collection-endpoint");
        Equal(waits, "Grafana grafana", Group, Workspace);
        Equal(waits, "RoleAssignment keda-monitoring-data-reader", Group, Workspace, Identity);
    }

    [Fact]
    public async Task WhatTheClusterMakesPossible_WaitsForItAndItsOwnInputsOnly()
    {
        var waits = await WaitsAsync();

        Equal(waits, "FederatedIdentityCredential keda-credential", Group, Aks, Identity);
        Equal(
            waits, "DataCollectionRuleAssociation data-collection-rule-association",
            Group, Aks, Workspace, "DataCollectionEndpoint data-collection-endpoint", "DataCollectionRule data-collection-rule");
        foreach (var rules in waits.Keys.Where(name => name.StartsWith("PrometheusRuleGroup ", StringComparison.Ordinal)))
        {
            Equal(waits, rules, Group, Aks, Workspace);
        }
    }

    [Fact]
    public async Task TheSampleApp_WaitsForTheClusterOnly()
    {
        var waits = await WaitsAsync();

        Equal(waits, "Namespace keda-demo", Group, Aks, Cluster);
        Equal(waits, "ServiceMonitor service-monitor", Group, Aks, Cluster, "Namespace keda-demo");
        Equal(waits, "Deployment sample-app", Group, Aks, Cluster, "Namespace keda-demo", "ConfigMap sample-app");
        Equal(waits, "Deployment load-generator", Group, Aks, Cluster, "Namespace keda-demo", "ConfigMap load-generator");
    }

    [Fact]
    public async Task KedaItself_WaitsForTheClusterAndItsIdentityOnly() =>
        Equal(await WaitsAsync(), "Release keda", Group, Aks, Cluster, Identity, "Namespace keda");

    [Fact]
    public async Task TheScaling_WaitsForAllThatItNeedsToWork()
    {
        var waits = await WaitsAsync();

        string[] ready =
        [
            Group, Aks, Cluster, Workspace, Identity, "Namespace keda", "Release keda", "Namespace keda-demo",
            "RoleAssignment keda-monitoring-data-reader", "FederatedIdentityCredential keda-credential",
        ];
        Equal(waits, "TriggerAuthentication keda-authentication", ready);
        Equal(
            waits, "ScaledObject scaled-object",
            [.. ready, "TriggerAuthentication keda-authentication", "Deployment sample-app", "ConfigMap sample-app"]);
    }

    [Fact]
    public async Task TheProvider_WithEntra_WaitsForTheRoleOfItsAdmins()
    {
        var waits = await WaitsAsync("access=entra");

        Assert.Contains(waits[Cluster], name => name.StartsWith("RoleAssignment ", StringComparison.Ordinal));
        Assert.DoesNotContain(waits[Aks], name => name.StartsWith("RoleAssignment ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("kedaInstallation=addon")]
    [InlineData("access=entra")]
    public async Task ExplicitDependencies_AreOnlyThoseThatInputsCannotSay(string setting)
    {
        var (_, stack) = await Timelines.PreviewAsync(setting.Length == 0 ? [] : [setting]);
        var names = stack.Resources.ToDictionary(resource => resource.Urn, Timelines.Name);

        var dependencies = stack.Resources
            .SelectMany(resource => resource.Options.DependsOn.Select(urn => $"{Timelines.Name(resource)} > {names[urn]}"));

        Assert.All(dependencies, dependency => Assert.Matches(Known(), dependency));
    }

    private static Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> WaitsAsync(string setting = "") =>
        Timelines.WaitsAsync(setting.Length == 0 ? [] : [setting]);

    private static void Equal(IReadOnlyDictionary<string, IReadOnlySet<string>> waits, string name, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), waits[name].Order(StringComparer.Ordinal));

    // KEDA removes the finalizers and needs its rights; a pod mounts its script; KEDA calls a ScaledObject without its
    // target not ready; nobody reaches an Entra cluster before the role is there.
    [GeneratedRegex(
        "^(TriggerAuthentication|ScaledObject) .* > (Release|RoleAssignment|FederatedIdentityCredential) "
        + "|^ScaledObject .* > (TriggerAuthentication|Deployment) "
        + "|^Deployment (?<name>.*) > ConfigMap \\k<name>$"
        + "|^kubernetes kubernetes > RoleAssignment aks-admin")]
    private static partial Regex Known();
}
