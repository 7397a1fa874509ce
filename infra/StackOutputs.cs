using KedaStack.Infra.Identity;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Refusals;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Workload;
using Pulumi;

namespace KedaStack.Infra;

/// <summary>The stack's outputs: what a person pastes next.</summary>
internal sealed record StackOutputs
{
    /// <summary>The output with the cluster's id.</summary>
    public const string ClusterId = "clusterId";

    private const string ReadmeFile = "Pulumi.README.md";

    // `kedastack render` writes it.
    private const string DashboardFile = "manifests/monitoring/autoscaler-dashboard.json";

    /// <summary>The settings.</summary>
    public required StackSettings Settings { get; init; }

    /// <summary>The name of the resource group; null where nothing is in Azure.</summary>
    public Output<string>? ResourceGroup { get; init; }

    /// <summary>What Azure knows of the cluster; null for one that is no AKS.</summary>
    public AzureCluster? Cluster { get; init; }

    /// <summary>The id of the Azure Monitor workspace; null without one.</summary>
    public Output<string>? WorkspaceId { get; init; }

    /// <summary>The address of the Prometheus query API.</summary>
    public required Output<string> QueryEndpoint { get; init; }

    /// <summary>The name of the stack's own Grafana; null without it.</summary>
    public Output<string>? GrafanaName { get; init; }

    /// <summary>The address of Grafana; null without it.</summary>
    public Output<string>? GrafanaUrl { get; init; }

    /// <summary>The client id of KEDA's identity; null where it needs none.</summary>
    public Output<string>? KedaClientId { get; init; }

    /// <summary>What the next deployment compares itself with.</summary>
    public required StackRecord Deployed { get; init; }

    private IReadOnlyList<string> Namespaces => Settings.ScaledNamespaces();

    /// <summary>The outputs under their names.</summary>
    public Dictionary<string, object?> ToDictionary()
    {
        var outputs = new Dictionary<string, object?>
        {
            [ClusterId] = Cluster?.Id,
            ["clusterName"] = Cluster?.Name,
            [StackRecord.OutputName] = Deployed.ToString(),
            ["grafanaUrl"] = GrafanaUrl,
            ["kedaClientId"] = KedaClientId,
            ["kubeconfig"] = Cluster?.Kubeconfig,
            ["namespace"] = Namespaces is [var first, ..] ? first : null,
            ["nextSteps"] = NextSteps(),
            ["oidcIssuer"] = Cluster?.OidcIssuer,
            ["queryEndpoint"] = QueryEndpoint,
            ["readme"] = Text(ReadmeFile),
            ["resourceGroup"] = ResourceGroup,
            ["workspaceId"] = WorkspaceId,
        };
        return outputs.Where(output => output.Value is not null).ToDictionary();
    }

    private Output<string> NextSteps()
    {
        var steps = new List<Output<string>>();
        if (Settings.Platform.Cluster is AnyCluster any)
        {
            steps.Add(Output.Create($"kubectl config use-context {any.KubeContext}"));
        }
        else if (Settings.Platform.Cluster is ExistingCluster { KubeContext: { } context })
        {
            steps.Add(Output.Create($"kubectl config use-context {context}"));
        }
        else
        {
            var subscription = Cluster!.Subscription is { } id ? $" --subscription {id}" : "";
            steps.Add(Output.Format($"az aks get-credentials{subscription} --resource-group {Cluster.ResourceGroup} --name {Cluster.Name}"));
            if (Settings.Cluster.Access == ClusterAccess.Entra)
            {
                steps.Add(Output.Create("kubelogin convert-kubeconfig --login azurecli"));
            }
        }

        steps.AddRange(Operator());
        steps.AddRange(Watch().Select(step => Output.Create(step)));
        // The dashboard of a Managed Grafana is no resource of Azure.
        if (GrafanaName is not null)
        {
            steps.Add(Output.Format($"az grafana dashboard import --name {GrafanaName} --resource-group {ResourceGroup} --definition {DashboardFile}"));
        }
        else if (Settings.Platform.Grafana is { } grafana && Settings.Platform.Metrics is ExistingWorkspace workspace)
        {
            steps.Add(Output.Create(
                $"az grafana integrations monitor add --resource-group {grafana.ResourceGroup} --name {grafana.Name} --monitor-resource-group-name {workspace.Id.ResourceGroup} --monitor-name {workspace.Id.Name}"));
        }

        return Output.All(steps).Apply(lines => string.Join('\n', lines));
    }

    // The stack changes nothing of a KEDA that is there: its operator has to run as the identity.
    private IEnumerable<Output<string>> Operator()
    {
        if (Settings.Keda.Installation == KedaInstallation.Existing && KedaClientId is not null)
        {
            var account = KedaServiceAccount.Of(Settings.Keda);
            yield return Output.Format(
                $"helm upgrade keda kedacore/keda --namespace {account.Namespace} --reuse-values --set podIdentity.azureWorkload.enabled=true --set podIdentity.azureWorkload.clientId={KedaClientId}");
        }
    }

    private IEnumerable<string> Watch()
    {
        switch (Namespaces)
        {
            case []:
                break;
            case [var only]:
                yield return $"kubectl get hpa --namespace {only} --watch";
                break;
            default:
                yield return "kubectl get hpa --all-namespaces --watch";
                break;
        }

        if (Settings.HasSampleApp)
        {
            yield return $"kubectl scale deployment {LoadGenerator.AppName} --namespace {Namespaces[0]} --replicas 5";
        }
    }

    private static string Text(string file)
    {
        using var stream = typeof(StackOutputs).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The assembly does not hold {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
