namespace Pulumi;

/// <summary>The hooks of one resource, by when they run.</summary>
public class ResourceHookBinding
{
    /// <summary>Run before a create.</summary>
    public List<ResourceHook> BeforeCreate { get; set; } = [];

    /// <summary>Run after a create.</summary>
    public List<ResourceHook> AfterCreate { get; set; } = [];

    /// <summary>Run before an update.</summary>
    public List<ResourceHook> BeforeUpdate { get; set; } = [];

    /// <summary>Run after an update.</summary>
    public List<ResourceHook> AfterUpdate { get; set; } = [];

    /// <summary>Run before a delete.</summary>
    public List<ResourceHook> BeforeDelete { get; set; } = [];

    /// <summary>Run after a delete.</summary>
    public List<ResourceHook> AfterDelete { get; set; } = [];

    /// <summary>Run when an operation failed.</summary>
    public List<ErrorHook> OnError { get; set; } = [];

    /// <summary>Whether there is no hook at all.</summary>
    public bool IsEmpty => BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count
        + BeforeDelete.Count + AfterDelete.Count + OnError.Count == 0;

    /// <summary>A copy with lists of its own.</summary>
    public ResourceHookBinding Clone() => Concat(new ResourceHookBinding());

    /// <summary>A new binding with the hooks of both.</summary>
    public ResourceHookBinding Concat(ResourceHookBinding other) => new()
    {
        BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
        AfterCreate = [.. AfterCreate, .. other.AfterCreate],
        BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
        AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
        BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
        AfterDelete = [.. AfterDelete, .. other.AfterDelete],
        OnError = [.. OnError, .. other.OnError],
    };
}
