using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resource and its properties, as a hook sees them.</summary>
public class ResourceHookArgs
{
    /// <summary>Puts them together.</summary>
    public ResourceHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs = null,
        ImmutableDictionary<string, object?>? oldInputs = null,
        ImmutableDictionary<string, object?>? newOutputs = null,
        ImmutableDictionary<string, object?>? oldOutputs = null)
    {
        (Urn, Id, Name, Type) = (urn, id, name, type);
        (NewInputs, OldInputs, NewOutputs, OldOutputs) = (newInputs, oldInputs, newOutputs, oldOutputs);
    }

    /// <summary>The URN.</summary>
    public string Urn { get; }

    /// <summary>The id that the provider gave.</summary>
    public string Id { get; }

    /// <summary>The name in the program.</summary>
    public string Name { get; }

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The inputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The outputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; }

    /// <summary>The outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }
}
