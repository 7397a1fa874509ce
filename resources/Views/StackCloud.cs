using KedaStack.Infra.Clouds;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>The cloud that a stack is in.</summary>
internal static class StackCloud
{
    private const string Azure = "azure-native:";

    /// <summary>The resources of Azure.</summary>
    public static IEnumerable<GraphResource> Resources(StackView stack) =>
        stack.Resources.Where(resource => resource.Type.StartsWith(Azure, StringComparison.Ordinal));

    /// <summary>The cloud of the first region that is known; where none is, that of the providers.</summary>
    public static AzureCloud Of(StackView stack) =>
        Resources(stack).Select(resource => AzureRegions.CloudOf(resource.Inputs.Text("location") ?? "")).FirstOrDefault(cloud => cloud is not null)
        ?? Enum.GetValues<AzureCloud>().FirstOrDefault(cloud => Resources(stack).Any(resource => Environment(stack, resource) == cloud.ForPulumi()));

    /// <summary>The environment of a resource's provider; that of the public cloud unless it is said.</summary>
    public static string Environment(StackView stack, GraphResource resource) =>
        stack.OfUrn(resource.Provider)?.Inputs.Text("environment") ?? AzureCloud.Public.ForPulumi();
}
