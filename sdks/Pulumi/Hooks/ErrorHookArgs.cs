using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resource whose operation failed, and why it failed.</summary>
public class ErrorHookArgs
{
    /// <summary>Puts them together.</summary>
    public ErrorHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs = null,
        ImmutableDictionary<string, object?>? oldInputs = null,
        ImmutableDictionary<string, object?>? oldOutputs = null,
        string failedOperation = "",
        IReadOnlyList<string>? errors = null)
    {
        (Urn, Id, Name, Type) = (urn, id, name, type);
        (NewInputs, OldInputs, OldOutputs) = (newInputs, oldInputs, oldOutputs);
        (FailedOperation, Errors) = (failedOperation, errors ?? []);
    }

    /// <summary>The URN.</summary>
    public string Urn { get; }

    /// <summary>The id that the provider gave.</summary>
    public string Id { get; }

    /// <summary>The name in the program.</summary>
    public string Name { get; }

    /// <summary>The type token.</summary>
    public string Type { get; }

    /// <summary>The inputs of the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }

    /// <summary>What was tried: create, update or delete.</summary>
    public string FailedOperation { get; }

    /// <summary>The errors of all tries, the latest first.</summary>
    public IReadOnlyList<string> Errors { get; }
}
