namespace KedaStack.Reports.Charts;

/// <summary>The measures of a picture, in pixels when it is not scaled.</summary>
/// <param name="Width">Its width.</param>
/// <param name="PlotHeight">The height of the values of a panel.</param>
internal sealed record SvgSize(int Width, int PlotHeight)
{
    /// <summary>Left of the values, for their labels.</summary>
    public const int Left = 46;

    /// <summary>Right of the values, for half a label.</summary>
    public const int Right = 14;

    /// <summary>The height of a line of text.</summary>
    public const int Line = 17;

    /// <summary>The height of a strip of bands.</summary>
    public const int Strip = 14;

    /// <summary>Between panels.</summary>
    public const int Gap = 16;

    /// <summary>For a desk or paper.</summary>
    public static SvgSize Wide { get; } = new(900, 120);

    /// <summary>For a phone that is held upright.</summary>
    public static SvgSize Narrow { get; } = new(350, 100);

    /// <summary>About how wide a text is; fonts differ.</summary>
    public static double TextWidth(string text) => 6.6 * text.Length;
}
