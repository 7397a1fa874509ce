using System.Text.Json.Nodes;
using KedaStack.Infra.Given;

namespace KedaStack.Resources.Given;

/// <summary>What the Azure CLI prints of one resource. Its names differ from ARM's in their case only.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Json">The resource.</param>
internal sealed record AzureRead(string File, JsonObject Json)
{
    /// <summary>The resource's id; empty when it has none.</summary>
    public string Id => Text("id") ?? "";

    /// <summary>Whether it is of a type such as <c>Microsoft.Monitor/accounts</c>.</summary>
    public bool IsOf(string type) => Id.Contains($"/providers/{type}/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text at a path.</summary>
    public string? Text(params string[] path) => At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether the value at a path is true.</summary>
    public bool IsTrue(params string[] path) => At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The objects of the list at a path.</summary>
    public IEnumerable<AzureRead> List(params string[] path) =>
        At(path) is JsonArray list ? list.OfType<JsonObject>().Select(item => new AzureRead(File, item)) : [];

    /// <summary>The texts of the list at a path.</summary>
    public IEnumerable<string> Texts(params string[] path) =>
        At(path) is JsonArray list ? list.OfType<JsonValue>().Select(item => item.ToString()) : [];

    /// <summary>It as a cluster.</summary>
    public ClusterFacts ToCluster() => new()
    {
        OidcIssuer = IsTrue("oidcIssuerProfile", "enabled"),
        IssuerUrl = Text("oidcIssuerProfile", "issuerUrl") ?? "",
        WorkloadIdentity = IsTrue("securityProfile", "workloadIdentity", "enabled"),
        Metrics = IsTrue("azureMonitorProfile", "metrics", "enabled"),
        KedaAddOn = IsTrue("workloadAutoScalerProfile", "keda", "enabled"),
        LocalAccountsDisabled = IsTrue("disableLocalAccounts"),
        IsPrivate = IsTrue("apiServerAccessProfile", "enablePrivateCluster"),
        IsStopped = Text("powerState", "code") == "Stopped",
    };

    // ARM nests what is the resource's own below properties; the CLI lifts it up.
    private JsonNode? At(string[] path) => At(Json, path) ?? (Member(Json, "properties") is JsonObject properties ? At(properties, path) : null);

    private static JsonNode? At(JsonNode json, string[] path)
    {
        var node = (JsonNode?)json;
        foreach (var step in path)
        {
            node = node is JsonObject map ? Member(map, step) : null;
        }

        return node;
    }

    private static JsonNode? Member(JsonObject map, string name) =>
        map.FirstOrDefault(entry => string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
