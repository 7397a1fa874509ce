using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using KedaStack.Resources.Graph;
using Pulumi.Testing;

namespace KedaStack.Resources.Preview;

/// <summary>
/// Takes the place of the engine and of Azure: every resource gets its inputs back, and for each output that only the
/// deployment makes a token that says where it comes from.
/// </summary>
/// <param name="knownOutputs">Outputs that are known after all, by their reference.</param>
/// <param name="hasAddOn">Whether a cluster that is given has the KEDA add-on. Whatever else a stack needs of what is given,
/// it has: what it lacks is a finding of the checks.</param>
internal sealed class PreviewMocks(IReadOnlyDictionary<string, string> knownOutputs, bool hasAddOn = false) : IMocks
{
    /// <summary>The registrations, by type and name.</summary>
    public ConcurrentDictionary<(string Type, string Name), MockResourceArgs> Registrations { get; } = new();

    /// <inheritdoc/>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var type = args.Type ?? throw new ArgumentException("A resource without a type.", nameof(args));
        var name = args.Name ?? throw new ArgumentException("A resource without a name.", nameof(args));
        if (!Registrations.TryAdd((type, name), args))
        {
            throw new InvalidOperationException($"There are two resources of type {type} named {name}.");
        }

        var state = args.Inputs.ToBuilder();
        foreach (var (key, value) in Outputs(type, name, args.Inputs))
        {
            state[key] = value;
        }

        return Task.FromResult<(string?, object)>((Output(name, "id"), state.ToImmutable()));
    }

    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args)
    {
        object result = args.Token switch
        {
            "azure-native:authorization:getClientConfig" => Map(
                ("clientId", Output("client", "clientId")),
                ("objectId", Output("client", "objectId")),
                ("subscriptionId", Output("client", "subscriptionId")),
                ("tenantId", Output("client", "tenantId"))),
            "azuread:index/getUsers:getUsers" => Map(
                ("objectIds", Each(args.Args["userPrincipalNames"], name => Output(name, "objectId")))),
            "azure-native:containerservice:listManagedClusterUserCredentials" => Map(
                ("kubeconfigs", ImmutableArray.Create<object>(Map(
                    ("name", "clusterUser"),
                    ("value", Convert.ToBase64String(Encoding.UTF8.GetBytes(PreviewKubeconfig.Text))))))),
            "azure-native:containerservice:getManagedCluster" => Map(
                ("oidcIssuerProfile", Map(("enabled", true), ("issuerURL", Output("existing-cluster", "oidcIssuerProfile.issuerURL")))),
                ("securityProfile", Map(("workloadIdentity", Map(("enabled", true))))),
                ("azureMonitorProfile", Map(("metrics", Map(("enabled", true))))),
                ("workloadAutoScalerProfile", Map(("keda", Map(("enabled", hasAddOn))))),
                ("powerState", Map(("code", "Running")))),
            "azure-native:monitor:getAzureMonitorWorkspace" => Map(
                ("location", Output("existing-workspace", "location")),
                ("provisioningState", "Succeeded"),
                ("metrics", Map(("prometheusQueryEndpoint", Output("existing-workspace", "metrics.prometheusQueryEndpoint"))))),
            "azure-native:monitor:getDataCollectionRule" => Map(
                ("dataFlows", ImmutableArray.Create<object>(Map(("streams", ImmutableArray.Create<object>("Microsoft-PrometheusMetrics"))))),
                ("destinations", Map(("monitoringAccounts", ImmutableArray.Create<object>(
                    Map(("accountResourceId", Output("existing-workspace", "id")))))))),
            "azure-native:dashboard:getGrafana" => Map(
                ("identity", Map(("principalId", Output("existing-grafana", "identity.principalId")))),
                ("properties", Map(("endpoint", Output("existing-grafana", "properties.endpoint"))))),
            _ => throw new NotSupportedException($"The preview does not know the function {args.Token}."),
        };
        return Task.FromResult(result);
    }

    private IEnumerable<(string Key, object Value)> Outputs(
        string type, string name, ImmutableDictionary<string, object> inputs) => type switch
        {
            "azure-native:resources:ResourceGroup" => [("name", inputs["resourceGroupName"])],
            "azure-native:containerservice:ManagedCluster" =>
            [
                ("name", inputs["resourceName"]),
                ("fqdn", Output(name, "fqdn")),
                ("oidcIssuerProfile", Map(("enabled", true), ("issuerURL", Output(name, "oidcIssuerProfile.issuerURL")))),
            ],
            "azure-native:monitor:AzureMonitorWorkspace" =>
            [
                ("name", inputs["azureMonitorWorkspaceName"]),
                ("metrics", Map(
                    ("internalId", Output(name, "metrics.internalId")),
                    ("prometheusQueryEndpoint", Output(name, "metrics.prometheusQueryEndpoint")))),
            ],
            "azure-native:dashboard:Dashboard" => [("name", inputs["dashboardName"])],
            "azure-native:dashboard:Grafana" =>
            [
                ("name", inputs["workspaceName"]),
                ("identity", Map(
                    ("type", "SystemAssigned"),
                    ("principalId", Output(name, "identity.principalId")),
                    ("tenantId", Output(name, "identity.tenantId")))),
                ("properties", Map(("endpoint", Output(name, "properties.endpoint")))),
            ],
            "azure-native:managedidentity:UserAssignedIdentity" =>
            [
                ("name", inputs["resourceName"]),
                ("clientId", Output(name, "clientId")),
                ("principalId", Output(name, "principalId")),
                ("tenantId", Output(name, "tenantId")),
            ],
            _ => [],
        };

    private string Output(string resource, string path)
    {
        var reference = $"{resource}.{path}";
        return knownOutputs.TryGetValue(reference, out var value) ? value : ReferenceToken.Create(reference);
    }

    private static ImmutableArray<object> Each(object names, Func<string, string> value) =>
        [.. ((ImmutableArray<object>)names).Select(name => value((string)name))];

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
