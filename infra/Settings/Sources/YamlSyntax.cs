using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>
/// Finds what keeps a text from being YAML, before the nodes are built: YamlDotNet gives tabs and unknown anchors no
/// good place, throws InvalidOperationException for some unclosed brackets, and builds nodes by recursion.
/// </summary>
internal static class YamlSyntax
{
    private const int DeepestNesting = 50;

    /// <summary>The first error.</summary>
    /// <returns>Null when the text can be built into nodes, but for keys that are there twice.</returns>
    public static YamlError? FindError(string text)
    {
        var parser = new Parser(new StringReader(text));
        var anchors = new HashSet<AnchorName>();
        var nesting = 0;
        try
        {
            while (parser.MoveNext())
            {
                nesting += parser.Current!.NestingIncrease;
                if (nesting > DeepestNesting)
                {
                    return YamlError.At(parser.Current.Start, "more than 50 levels of nesting");
                }

                if (parser.Current is AnchorAlias alias && !anchors.Contains(alias.Value))
                {
                    return YamlError.At(alias.Start, $"a reference to {alias.Value}, which no anchor defines");
                }

                if (parser.Current is NodeEvent { Anchor.IsEmpty: false } node)
                {
                    anchors.Add(node.Anchor);
                }
            }

            return null;
        }
        catch (YamlException exception)
        {
            return TabError(text) ?? YamlError.At(exception.Start, exception.Message);
        }
        catch (InvalidOperationException)
        {
            return TabError(text) ?? YamlError.At(parser.Current!.End, "something that does not fit here, such as a key inside an unclosed bracket");
        }
    }

    /// <summary>The first line that a tab indents, which the library's message rarely names; null where there is none.</summary>
    public static YamlError? TabError(string text)
    {
        var match = TabIndentation.Match(text);
        return match.Success
            ? new YamlError(text.AsSpan(0, match.Index).Count('\n') + 1, match.Length, "a tab as indentation, where only spaces are allowed")
            : null;
    }

    private static Regex TabIndentation => field ??= new(@"^ *\t(?=\s*\S)", RegexOptions.CultureInvariant | RegexOptions.Multiline);
}

/// <summary>A place in a text that is not YAML.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Found">What is there.</param>
internal sealed record YamlError(long Line, long Column, string Found)
{
    public static YamlError At(in Mark mark, string found) => new(mark.Line, mark.Column, found.TrimEnd('.'));
}
