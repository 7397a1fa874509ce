namespace KedaStack.Reports.Charts;

/// <summary>The part of a picture on which values are; in units of the picture, to a tenth.</summary>
/// <param name="Left">Its left edge, time 0.</param>
/// <param name="Right">Its right edge, the end of the run.</param>
/// <param name="Top">Its upper edge, the highest value.</param>
/// <param name="Bottom">Its lower edge, 0.</param>
/// <param name="DurationSeconds">The length of the run.</param>
/// <param name="TopValue">The highest value of the axis.</param>
internal sealed record PlotArea(double Left, double Right, double Top, double Bottom, double DurationSeconds, double TopValue)
{
    /// <summary>The place of a time.</summary>
    public double X(double seconds) => Tenths(Left + ((Right - Left) * Math.Clamp(seconds / DurationSeconds, 0, 1)));

    /// <summary>The place of a value.</summary>
    public double Y(double value) => Tenths(Bottom - ((Bottom - Top) * Math.Clamp(value / TopValue, 0, 1)));

    private static double Tenths(double place) => Math.Round(place, 1);
}
