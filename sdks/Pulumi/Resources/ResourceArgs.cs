namespace Pulumi;

/// <summary>The base of the inputs of resources.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No inputs at all.</summary>
    public static readonly ResourceArgs Empty = new None();

    /// <summary>Starts out with nothing set.</summary>
    protected ResourceArgs()
    {
    }

    private sealed class None : ResourceArgs;
}
