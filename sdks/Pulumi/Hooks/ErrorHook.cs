namespace Pulumi;

/// <summary>A named callback for failed operations on resources; mocks run none.</summary>
public class ErrorHook
{
    /// <summary>Registers the hook with the running deployment.</summary>
    public ErrorHook(string name, ErrorHookCallback callback)
    {
        _ = Deployment.Instance;
        (Name, Callback) = (name, callback);
    }

    /// <summary>The name, unique in the stack.</summary>
    public string Name { get; }

    /// <summary>What runs.</summary>
    public ErrorHookCallback Callback { get; }
}
