using KedaStack.Infra.Refusals;
using KedaStack.Infra.Workload;
using Pulumi;

namespace KedaStack.Infra;

/// <summary>The stack's outputs: what a person pastes next.</summary>
internal sealed record StackOutputs
{
    private const string ReadmeFile = "Pulumi.README.md";

    // `kedastack render` writes it.
    private const string DashboardFile = "manifests/monitoring/autoscaler-dashboard.json";

    /// <summary>The name of the resource group.</summary>
    public required Output<string> ResourceGroup { get; init; }

    /// <summary>The name of the cluster.</summary>
    public required Output<string> ClusterName { get; init; }

    /// <summary>The issuer of the service accounts' tokens.</summary>
    public required Output<string> OidcIssuer { get; init; }

    /// <summary>The kubeconfig; secret.</summary>
    public required Output<string> Kubeconfig { get; init; }

    /// <summary>The address of the Prometheus query API.</summary>
    public required Output<string> QueryEndpoint { get; init; }

    /// <summary>The name of Grafana; null without it.</summary>
    public Output<string>? GrafanaName { get; init; }

    /// <summary>The address of Grafana; null without it.</summary>
    public Output<string>? GrafanaUrl { get; init; }

    /// <summary>The client id of KEDA's identity.</summary>
    public required Output<string> KedaClientId { get; init; }

    /// <summary>The namespaces of what is scaled.</summary>
    public required IReadOnlyList<string> Namespaces { get; init; }

    /// <summary>Whether the sample app is among it.</summary>
    public required bool HasSampleApp { get; init; }

    /// <summary>What the next deployment compares itself with.</summary>
    public required StackRecord Deployed { get; init; }

    /// <summary>Whether people reach the cluster through Entra ID, and so with kubelogin.</summary>
    public required bool Entra { get; init; }

    /// <summary>The outputs under their names.</summary>
    public Dictionary<string, object?> ToDictionary()
    {
        var outputs = new Dictionary<string, object?>
        {
            ["clusterName"] = ClusterName,
            [StackRecord.OutputName] = Deployed.ToString(),
            ["kedaClientId"] = KedaClientId,
            ["kubeconfig"] = Kubeconfig,
            ["nextSteps"] = NextSteps(),
            ["oidcIssuer"] = OidcIssuer,
            ["queryEndpoint"] = QueryEndpoint,
            ["readme"] = Text(ReadmeFile),
            ["resourceGroup"] = ResourceGroup,
        };
        if (Namespaces.Count > 0)
        {
            outputs["namespace"] = Namespaces[0];
        }

        if (GrafanaUrl is not null)
        {
            outputs["grafanaUrl"] = GrafanaUrl;
        }

        return outputs;
    }

    // The dashboard of a Managed Grafana is no resource of Azure.
    private Output<string> NextSteps() => Output.Format(
        $"""
        az aks get-credentials --resource-group {ResourceGroup} --name {ClusterName}{(Entra ? "\nkubelogin convert-kubeconfig --login azurecli" : "")}{Watch()}{MoreLoad()}{ImportDashboard()}
        """);

    private string Watch() => Namespaces switch
    {
        [] => "",
        [var only] => $"\nkubectl get hpa --namespace {only} --watch",
        _ => "\nkubectl get hpa --all-namespaces --watch",
    };

    private string MoreLoad() =>
        HasSampleApp ? $"\nkubectl scale deployment {LoadGenerator.AppName} --namespace {Namespaces[0]} --replicas 5" : "";

    private Output<string> ImportDashboard() => GrafanaName is null
        ? Output.Create("")
        : Output.Format($"\naz grafana dashboard import --name {GrafanaName} --resource-group {ResourceGroup} --definition {DashboardFile}");

    private static string Text(string file)
    {
        using var stream = typeof(StackOutputs).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The assembly does not hold {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
