namespace Pulumi;

/// <summary>Fails the deployment because of one resource.</summary>
public class ResourceException : Exception
{
    /// <summary>Says what is wrong, and with which resource.</summary>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message) => (Resource, HideStack) = (resource, hideStack);

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
