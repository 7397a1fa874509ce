using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Resources.Manifests;

/// <summary>What the manifests need from the cloud and cannot know.</summary>
internal sealed partial record CloudValues
{
    /// <summary>What stands for values that are not given, to be replaced with sed or the like.</summary>
    public static readonly CloudValues Placeholders = new()
    {
        PrometheusEndpoint = "{{ PROMETHEUS_QUERY_ENDPOINT }}",
        ClientId = "{{ KEDA_CLIENT_ID }}",
        Cluster = "{{ CLUSTER_NAME }}",
    };

    /// <summary>The query endpoint of the Azure Monitor workspace.</summary>
    public required string PrometheusEndpoint { get; init; }

    /// <summary>The client id of KEDA's identity.</summary>
    public required string ClientId { get; init; }

    /// <summary>The value of the label <c>cluster</c>.</summary>
    public required string Cluster { get; init; }

    /// <summary>Reads them; null is a placeholder, and so is a text that begins with <c>{{</c> or <c>$</c>, which other tools replace.</summary>
    /// <param name="endpoint">The option and text of <see cref="PrometheusEndpoint"/>: an address with http or https.</param>
    /// <param name="clientId">The same of <see cref="ClientId"/>: a UUID.</param>
    /// <param name="cluster">The same of <see cref="Cluster"/>: a name as AKS takes it.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static CloudValues Read(
        (string Name, string? Text) endpoint, (string Name, string? Text) clientId, (string Name, string? Text) cluster, ICollection<SettingsProblem> problems)
    {
        if (IsValue(endpoint.Text) && PrometheusAddress.Read(endpoint.Text!) is { Address: null } reading)
        {
            problems.Add(SettingsProblem.Create(endpoint.Name, reading.Wrong, Quoted.Text(endpoint.Text!), reading.Right));
        }

        if (IsValue(clientId.Text) && !Guid.TryParseExact(clientId.Text, "D", out _))
        {
            problems.Add(SettingsProblem.Create(
                clientId.Name, "is not the client id of an identity", Quoted.Text(clientId.Text!), "write a UUID, such as the stack's output kedaClientId"));
        }

        // AKS, "Resource name rules": Microsoft.ContainerService/managedClusters.
        if (IsValue(cluster.Text) && !ClusterName().IsMatch(cluster.Text!))
        {
            problems.Add(SettingsProblem.Create(
                cluster.Name, "is not the name of a cluster", Quoted.Text(cluster.Text!), "write 1 to 63 letters, digits, hyphens and underscores, a letter or digit first and last"));
        }

        return new CloudValues
        {
            PrometheusEndpoint = endpoint.Text ?? Placeholders.PrometheusEndpoint,
            ClientId = clientId.Text ?? Placeholders.ClientId,
            Cluster = cluster.Text ?? Placeholders.Cluster,
        };
    }

    private static bool IsValue(string? text) =>
        text is not null && !text.StartsWith("{{", StringComparison.Ordinal) && !text.StartsWith('$');

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClusterName();
}
