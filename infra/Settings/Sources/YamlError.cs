using YamlDotNet.Core;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>A place in a text that is not YAML.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Found">What is there.</param>
internal sealed record YamlError(long Line, long Column, string Found)
{
    public static YamlError At(in Mark mark, string found) => new(mark.Line, mark.Column, found.TrimEnd('.'));
}
