namespace KedaStack.Checks.Reports;

/// <summary>Where the settings of a stack are written, for findings on what became of them.</summary>
/// <param name="file">The stack's file, such as <c>Pulumi.dev.yaml</c>.</param>
/// <param name="lines">Its lines.</param>
internal sealed class SettingPlaces(string file, IReadOnlyList<string> lines)
{
    /// <summary>The setting that has the name of an input; the beginning of the file where none has.</summary>
    /// <param name="path">The path of the input, such as <c>spec.minReplicaCount</c>.</param>
    public (string File, int Line, int Column) Of(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Contains($":{name}:", StringComparison.Ordinal) && name.Length > 0 && !lines[i].TrimStart().StartsWith('#'))
            {
                return (file, i + 1, lines[i].Length - lines[i].TrimStart().Length + 1);
            }
        }

        return (file, 1, 1);
    }
}
