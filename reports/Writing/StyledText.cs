using Spectre.Console;

namespace KedaStack.Reports.Writing;

/// <summary>
/// Pieces of text, each with its style. Not Spectre.Console's markup: that also takes what stands between colons for the
/// name of an emoji, as in <c>app:key:rate5m</c>, and what is written here comes from anybody's files.
/// </summary>
internal static class StyledText
{
    private static readonly Style _bold = new(decoration: Decoration.Bold);

    /// <summary>Begins a text.</summary>
    /// <param name="text">The first piece, bold.</param>
    public static Paragraph Bold(string text) => new(text, _bold);

    /// <summary>Begins a text.</summary>
    /// <param name="text">The first piece, without a style.</param>
    public static Paragraph Plain(string text) => new(text);

    /// <summary>Begins a text.</summary>
    /// <param name="text">The first piece.</param>
    /// <param name="colour">Its colour.</param>
    public static Paragraph In(Color colour, string text) => new(text, new Style(colour));

    /// <summary>Goes on with a piece in a colour.</summary>
    /// <param name="paragraph">What there is.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="text">The piece.</param>
    public static Paragraph Then(this Paragraph paragraph, Color colour, string text) => paragraph.Append(text, new Style(colour));
}
