using System.Globalization;

namespace KedaStack.Resources.Graph;

/// <summary>Where in a file an object was read from.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Root">Where the object begins, and its parts.</param>
internal sealed record ResourceOrigin(string File, FilePlace Root)
{
    /// <summary>The place of an input; of what it is in, where it is not there itself.</summary>
    /// <param name="path">The path, such as <c>spec.triggers[0].type</c>.</param>
    public FilePlace PlaceOf(string path)
    {
        var place = Root;
        foreach (var step in PropertyPath.Steps(path))
        {
            if (!place.Parts.TryGetValue(step, out var part))
            {
                return place;
            }

            place = part;
        }

        return place;
    }

    /// <summary>The file with line and column of an input: <c>k8s/shop.yaml:12:5</c>.</summary>
    public string Shown(string path)
    {
        var place = PlaceOf(path);
        return string.Create(CultureInfo.InvariantCulture, $"{File}:{place.Line}:{place.Column}");
    }
}

/// <summary>Where a value begins in a file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Parts">The places of what is in it, by key or index; of a key with a value that of the key.</param>
internal sealed record FilePlace(int Line, int Column, IReadOnlyDictionary<string, FilePlace> Parts);
