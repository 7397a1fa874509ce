using Pulumi;

namespace KedaStack.Infra.Monitoring.Resources;

/// <summary>The namespaces that a monitor looks for objects in, where not its own.</summary>
public sealed class NamespaceSelectorArgs : ResourceArgs
{
    [Input("matchNames")]
    private InputList<string>? _matchNames;

    /// <summary>Their names.</summary>
    public InputList<string> MatchNames
    {
        get => _matchNames ??= [];
        set => _matchNames = value;
    }
}
