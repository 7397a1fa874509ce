using System.Threading.Channels;
using KedaStack.Reports.Charts;

namespace KedaStack.Reports.Local.Screen;

/// <summary>A terminal that a run is shown on.</summary>
internal interface IScreen
{
    /// <summary>Its size now; it may change at any time.</summary>
    public ScreenSize Size { get; }

    /// <summary>Whether it shows colours.</summary>
    public bool HasColours { get; }

    /// <summary>The characters of charts that it shows.</summary>
    public ChartGlyphs Glyphs { get; }

    /// <summary>The keys that are pressed; null when there is no keyboard.</summary>
    public ChannelReader<char>? Keys { get; }

    /// <summary>Writes text with escape sequences at once.</summary>
    public void Write(string text);
}

/// <summary>The size of a terminal.</summary>
/// <param name="Columns">The columns; above 0.</param>
/// <param name="Rows">The rows; above 0.</param>
internal readonly record struct ScreenSize(int Columns, int Rows);
