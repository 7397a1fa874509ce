namespace KedaStack.Infra.Clouds;

/// <summary>
/// The config of Pulumi's providers in a stack. Only default providers read it: a stack in another cloud than the public one
/// has providers of its own, and would silently deploy to another subscription than its config says.
/// </summary>
public static class ProviderConfig
{
    /// <summary>The namespace of the provider's config keys.</summary>
    public const string Namespace = "azure-native";

    // The program gives the first with every resource and the second to the provider.
    private static readonly string[] _withoutHarm = ["location", "environment"];

    /// <summary>What is wrong with the config, in a sentence; null when nothing is.</summary>
    /// <param name="cloud">The stack's cloud.</param>
    /// <param name="keys">The keys that the config has, without their namespace.</param>
    public static string? Problem(AzureCloud cloud, IEnumerable<string> keys)
    {
        var unread = keys.Except(_withoutHarm, StringComparer.Ordinal).ToList();
        return cloud == AzureCloud.Public || unread.Count == 0
            ? null
            : $"The provider of the cloud {cloud.ForPulumi()} does not read {string.Join(", ", unread.Select(key => $"{Namespace}:{key}"))} of the config; "
                + "remove it with `pulumi config rm` and give it in the environment, such as ARM_SUBSCRIPTION_ID.";
    }
}
