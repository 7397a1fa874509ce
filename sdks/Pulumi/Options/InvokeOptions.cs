namespace Pulumi;

/// <summary>The options of a function call.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider that answers.</summary>
    public ProviderResource? Provider { get; set; }
}
