using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Infra.Keda;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Infra.Refusals;

/// <summary>
/// What a deployment leaves behind for the next one to compare itself with: of the resources that hold something, the
/// inputs that settings can change and that force a replacement. It is the stack output <c>deployed</c>.
/// </summary>
/// <param name="Inputs">The inputs by type token; a type that the stack does not have is missing.</param>
internal sealed record StackRecord(IReadOnlyDictionary<string, JsonObject> Inputs)
{
    /// <summary>The name of the stack output.</summary>
    public const string OutputName = "deployed";

    /// <summary>Of a deployment of which nothing is known.</summary>
    public static StackRecord Empty { get; } = new(new Dictionary<string, JsonObject>());

    /// <summary>What a deployment of these settings leaves behind.</summary>
    public static StackRecord Of(StackSettings settings, ResourceNames names)
    {
        var inputs = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        if (settings.Platform.UsesAzure)
        {
            inputs[ChangeRules.ResourceGroup] = new()
            {
                ["location"] = settings.Location,
                ["resourceGroupName"] = names.ResourceGroup,
            };
        }

        if (settings.Platform.Cluster is NewCluster)
        {
            inputs[ChangeRules.Cluster] = new()
            {
                ["dnsPrefix"] = names.DnsPrefix,
                ["location"] = settings.Location,
                ["resourceName"] = names.Cluster,
            };
        }

        if (settings.Platform.Metrics is NewWorkspace)
        {
            inputs[ChangeRules.Workspace] = new()
            {
                ["azureMonitorWorkspaceName"] = names.Workspace,
                ["location"] = settings.Monitoring.Location,
            };
        }

        if (settings.Keda.Installation == KedaInstallation.Helm)
        {
            inputs[ChangeRules.Release] = new() { ["name"] = KedaOperator.ReleaseName, ["namespace"] = settings.Keda.Namespace };
        }

        return new StackRecord(inputs);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Null when it is something else: a record that nobody can read refuses nothing.</returns>
    public static StackRecord? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject root && root.All(entry => entry.Value is JsonObject)
                ? new StackRecord(root.ToDictionary(entry => entry.Key, entry => (JsonObject)entry.Value!))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The record as JSON, the same for the same settings.</summary>
    public override string ToString() =>
        new JsonObject(Inputs.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.DeepClone()))).ToJsonString();
}
