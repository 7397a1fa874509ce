using System.Globalization;

namespace KedaStack.Reports.Local.Page;

/// <summary>How much of a run a reader has; the id of a server-sent event.</summary>
/// <param name="Run">The run's id; empty for nothing.</param>
/// <param name="Decisions">The decisions that it has.</param>
/// <param name="Events">The events that it has.</param>
/// <param name="PointMilliseconds">The time of the last point of the chart that it has; -1 for none.</param>
internal readonly record struct StreamPosition(string Run, int Decisions, int Events, long PointMilliseconds)
{
    /// <summary>Of one who has nothing.</summary>
    public static StreamPosition Beginning { get; } = new("", 0, 0, -1);

    /// <summary>Reads an id; <see cref="Beginning"/> for what is none.</summary>
    public static StreamPosition Parse(string? id) =>
        id?.Split('-') is [{ Length: > 0 } run, var decisions, var events, var point]
            && Number(decisions, out var decisionCount) && Number(events, out var eventCount) && Number(point, out var milliseconds)
            && decisionCount <= int.MaxValue && eventCount <= int.MaxValue
            ? new StreamPosition(run, (int)decisionCount, (int)eventCount, milliseconds - 1)
            : Beginning;

    /// <summary>The id. It has one more than the time, so that no number is negative.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Run}-{Decisions}-{Events}-{PointMilliseconds + 1}");

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
