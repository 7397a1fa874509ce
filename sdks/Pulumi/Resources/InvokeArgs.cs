namespace Pulumi;

/// <summary>The base of the arguments of function calls.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments at all.</summary>
    public static readonly InvokeArgs Empty = new None();

    /// <summary>Starts out with nothing set.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class None : InvokeArgs;
}
