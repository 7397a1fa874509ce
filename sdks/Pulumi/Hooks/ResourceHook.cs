namespace Pulumi;

/// <summary>A named callback around operations on resources; mocks run none.</summary>
public class ResourceHook
{
    /// <summary>Registers the hook with the running deployment.</summary>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        _ = Deployment.Instance;
        (Name, Callback, Options) = (name, callback, options ?? new ResourceHookOptions());
    }

    /// <summary>The name, unique in the stack.</summary>
    public string Name { get; }

    /// <summary>What runs.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>When it runs.</summary>
    public ResourceHookOptions Options { get; }
}
