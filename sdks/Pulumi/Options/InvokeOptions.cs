namespace Pulumi;

/// <summary>The options of a function call.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider that answers.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider plugin.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }
}
