namespace Pulumi;

/// <summary>What holds for custom resources and components alike.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;

    /// <summary>Starts out with nothing set.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>Reads the existing resource of this id and creates none.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource that this one belongs to.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must be there first.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether the resource cannot be deleted.</summary>
    public bool? Protect { get; set; }

    /// <summary>Properties whose changes are ignored.</summary>
    public List<string> IgnoreChanges { get; set; } = [];

    /// <summary>The version of the provider plugin.</summary>
    public string? Version { get; set; }

    /// <summary>The provider that manages the resource.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that see, and may change, this resource and all below it.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    /// <summary>Properties whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges { get; set; } = [];

    /// <summary>Whether a delete leaves the cloud's resource alone.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The resource whose delete deletes this one too.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Callbacks around the operations on the resource.</summary>
    public ResourceHookBinding Hooks { get; set; } = new();

    internal InputList<Resource>? DependsOnIfSet => _dependsOn;

    internal abstract ResourceOptions Clone();

    private protected void CopyFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts?.Clone() ?? CustomTimeouts;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        ResourceTransformations.AddRange(other.ResourceTransformations);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        Hooks = Hooks.Concat(other.Hooks);
        if (other._dependsOn is not null)
        {
            _dependsOn = (_dependsOn ?? []).Concat(other._dependsOn);
        }
    }
}
