using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings.Variants;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>Every resource of azure-native that any variant of the stack has, each state of it once.</summary>
internal static class AzureResources
{
    private static readonly Lazy<Task<IReadOnlyList<AzureResource>>> _all = new(ReadAsync);

    /// <summary>The resources.</summary>
    public static Task<IReadOnlyList<AzureResource>> AllAsync() => _all.Value;

    private static async Task<IReadOnlyList<AzureResource>> ReadAsync()
    {
        var resources = new Dictionary<(string, string), AzureResource>();
        foreach (var settings in SettingVariants.All)
        {
            var run = await StackRun.UpdateAsync(settings);
            foreach (var resource in run.Resources.Where(resource => resource.IsAzure))
            {
                resources.TryAdd((resource.Label, PropertyBag.Text(resource.Inputs)), new AzureResource(resource.Label, resource.Type, resource.Inputs));
            }
        }

        return [.. resources.Values];
    }
}

/// <summary>A resource of azure-native.</summary>
/// <param name="Label">Kind and name.</param>
/// <param name="Token">The type token.</param>
/// <param name="Inputs">The inputs.</param>
internal sealed record AzureResource(string Label, string Token, JsonObject Inputs);
