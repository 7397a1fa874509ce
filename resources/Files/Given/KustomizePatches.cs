using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Files.Given;

/// <summary>The files that a kustomization patches objects with: parts of objects, which nobody applies by themselves.</summary>
internal static class KustomizePatches
{
    /// <summary>Their full paths.</summary>
    /// <param name="document">The kustomization.</param>
    /// <param name="folder">The folder of its file, from which the kustomization names them.</param>
    public static IEnumerable<string> Of(JsonNode? document, string folder)
    {
        var files = document.Objects("patches").Concat(document.Objects("patchesJson6902")).Concat(document.Objects("replacements")).Select(patch => patch.Text("path")).OfType<string>()
            .Concat(document.Texts("patchesStrategicMerge")).Concat(document.Texts("transformers")).Concat(document.Texts("configurations"));
        // A patch may also stand in the kustomization itself, in lines of its own.
        return files.Where(file => file.Length > 0 && !file.Contains('\n', StringComparison.Ordinal)).Select(file => Path.GetFullPath(Path.Combine(folder, file)));
    }
}
