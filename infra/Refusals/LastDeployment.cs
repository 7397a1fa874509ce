using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Changes;
using Pulumi;

namespace KedaStack.Infra.Refusals;

/// <summary>
/// Reads what the stack recorded at its last deployment: its own outputs, through a reference to itself. Until an update
/// registers its outputs at its end, the engine keeps those of the last one (pulumi/pulumi, pkg/resource/deploy/step.go,
/// SameStep.Apply); before the first there are none (pkg/resource/stack/deployment.go, DeserializeStackOutputs).
/// </summary>
internal static class LastDeployment
{
    /// <summary>The record; of a stack that an earlier version deployed, what its outputs give away.</summary>
    public static async Task<StackRecord> ReadAsync()
    {
        var deployment = Deployment.Instance;
        var self = new StackReference("last-deployment", new StackReferenceArgs
        {
            Name = $"{deployment.OrganizationName}/{deployment.ProjectName}/{deployment.StackName}",
        });
        return await TextAsync(self, StackRecord.OutputName) is { } record
            ? StackRecord.Parse(record) ?? StackRecord.Empty
            : await FromNamesAsync(self);
    }

    private static async Task<StackRecord> FromNamesAsync(StackReference self)
    {
        var inputs = new Dictionary<string, JsonObject>();
        if (await TextAsync(self, "resourceGroup") is { } resourceGroup)
        {
            inputs[ChangeRules.ResourceGroup] = new() { ["resourceGroupName"] = resourceGroup };
        }

        if (await TextAsync(self, "clusterName") is { } cluster)
        {
            inputs[ChangeRules.Cluster] = new() { ["resourceName"] = cluster };
        }

        if (await TextAsync(self, "queryEndpoint") is { } endpoint && Region(endpoint) is { } region)
        {
            inputs[ChangeRules.Workspace] = new() { ["location"] = region };
        }

        return new StackRecord(inputs);
    }

    /// <summary>The region in <c>https://(workspace)-(suffix).(region).prometheus.monitor.azure.com</c>.</summary>
    private static string? Region(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Host.Split('.') is [_, var region, "prometheus", "monitor", ..]
            ? region
            : null;

    /// <summary>An output that is a text and no secret.</summary>
    private static async Task<string?> TextAsync(StackReference self, string output) =>
        (await self.GetOutputDetailsAsync(output)).Value as string;
}
