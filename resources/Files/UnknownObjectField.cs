namespace KedaStack.Resources.Files;

/// <summary>A field that an object's definition does not have. It is left out, and reading goes on.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">The field.</param>
/// <param name="Shown">What is there.</param>
/// <param name="Advice">What to do.</param>
internal sealed record UnknownObjectField(string File, string Path, string Shown, string Advice)
{
    /// <summary>What a cluster does with it, in a sentence.</summary>
    public string Note =>
        $"{Path} ({Shown}) is no field and is left out: kubectl's strict validation refuses it with strict decoding error: unknown field \"{Path}\", other clients have it pruned in silence; {Advice}";
}
