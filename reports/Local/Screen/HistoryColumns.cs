namespace KedaStack.Reports.Local.Screen;

/// <summary>Values over time as columns of equal length, each with the highest of its values, so that no peak is lost.</summary>
internal static class HistoryColumns
{
    /// <summary>The columns; null where there is no value.</summary>
    /// <typeparam name="T">The points, in the order of time; each holds until the next.</typeparam>
    /// <param name="points">The points.</param>
    /// <param name="time">When a point is.</param>
    /// <param name="value">Its value; null for none.</param>
    /// <param name="from">Earlier columns have none.</param>
    /// <param name="to">Later columns have none.</param>
    /// <param name="axis">The time of all columns; above 0.</param>
    /// <param name="columns">How many there are.</param>
    public static double?[] Of<T>(
        IReadOnlyList<T> points, Func<T, TimeSpan> time, Func<T, double?> value, TimeSpan from, TimeSpan to, TimeSpan axis, int columns)
    {
        var highest = new double?[columns];
        for (var i = 0; i < points.Count; i++)
        {
            var (begin, end) = (time(points[i]), i + 1 < points.Count ? time(points[i + 1]) : to);
            if (value(points[i]) is not { } known || begin > to || end < from)
            {
                continue;
            }

            var last = Column(end < to ? end : to);
            for (var column = Column(begin > from ? begin : from); column <= last; column++)
            {
                highest[column] = Math.Max(highest[column] ?? known, known);
            }
        }

        return highest;

        int Column(TimeSpan at) => Math.Clamp((int)(at / axis * columns), 0, columns - 1);
    }
}
