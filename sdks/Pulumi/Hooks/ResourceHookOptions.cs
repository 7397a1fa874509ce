namespace Pulumi;

/// <summary>When a hook runs and what its failure means.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it runs in a preview too.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether its failure is just a warning.</summary>
    public bool? IgnoreErrors { get; set; }
}
