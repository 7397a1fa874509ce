using System.Text;

namespace KedaStack.Reports.Charts;

/// <summary>The characters of a chart in a terminal.</summary>
/// <param name="Levels">A cell filled from the bottom, from nearly empty to full.</param>
/// <param name="Mark">A line in a cell that is not filled.</param>
/// <param name="Axis">The axis of the values.</param>
/// <param name="Tick">A mark on the axis of time.</param>
/// <param name="Time">The axis of time.</param>
internal sealed record ChartGlyphs(string Levels, char Mark, char Axis, char Tick, char Time)
{
    /// <summary>Blocks of eighths.</summary>
    public static ChartGlyphs Unicode { get; } = new(
        "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", '\u2500', '\u2502', '\u2534', '\u2500');

    /// <summary>For what cannot show more.</summary>
    public static ChartGlyphs Ascii { get; } = new("#", '-', '|', '+', '-');

    /// <summary>Those that an encoding has.</summary>
    public static ChartGlyphs For(Encoding encoding) => encoding.WebName is "utf-8" or "utf-16" ? Unicode : Ascii;
}
