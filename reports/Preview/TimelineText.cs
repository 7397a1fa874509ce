using System.Globalization;
using System.Text;
using KedaStack.Resources.Timeline;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>The timeline for people: a bar for each resource, the critical path marked, and where the times are from.</summary>
internal static class TimelineText
{
    private const int WidestChart = 120;
    private const int NarrowestBars = 30;
    private const int Indent = 2;

    /// <summary>The text; lines end with LF.</summary>
    /// <param name="timeline">The timeline.</param>
    /// <param name="widthColumns">The width there is.</param>
    public static string Write(DeploymentTimeline timeline, int widthColumns)
    {
        var text = new StringBuilder();
        var critical = timeline.CriticalPath;
        Line($"pulumi up on an empty subscription: about {Minutes(timeline.Typical)} "
            + $"({Minutes(timeline.Shortest)} to {Minutes(timeline.Longest)}).");
        Line($"The query has its first value after about {Minutes(timeline.FirstValue)}.");
        Line("");
        Line($"Critical path (*): {string.Join(" > ", critical.Select(step => step.Resource.Name))}");
        Line("");
        var names = timeline.Steps.Max(step => Label(step).Length);
        var beside = Math.Min(WidestChart, widthColumns) - names - "* 00:00  ".Length - " 00:00".Length;
        // Where there is no room beside the names, the bars are below them.
        var isBelow = beside < NarrowestBars;
        var bars = isBelow ? Math.Min(WidestChart, widthColumns) - Indent : beside;
        foreach (var step in timeline.Steps)
        {
            var (start, end) = (Column(step.Start), Math.Max(Column(step.Start) + 1, Column(step.End)));
            var bar = new string(' ', start) + new string(critical.Contains(step) ? '#' : '=', end - start);
            var mark = $"{(critical.Contains(step) ? '*' : ' ')} {Clock(step.Start)}";
            if (isBelow)
            {
                Line($"{mark} {Clock(step.Time.Typical)} {Label(step)}");
                text.Append(' ', Indent).Append(bar).Append('\n');
            }
            else
            {
                Line($"{mark} {Label(step).PadRight(names)} {bar} {Clock(step.Time.Typical)}");
            }
        }

        Line("");
        Line("Usual times and where they are from:");
        foreach (var group in timeline.Steps.GroupBy(step => (step.Time, Kind(step))).OrderBy(group => group.Key.Item2, StringComparer.Ordinal))
        {
            Line($"  {group.Key.Item2}: {Range(group.Key.Time)}; {group.Key.Time.Source}");
        }

        Line($"  first value: {Range(CreationTimes.FirstValue)}; {CreationTimes.FirstValue.Source}");
        return text.ToString();

        void Line(string line) => text.Append(WordWrap.Text(line.TrimEnd(), widthColumns)).Append('\n');

        int Column(TimeSpan time) => (int)Math.Round(bars * (time / timeline.Typical), MidpointRounding.AwayFromZero);
    }

    private static string Label(TimelineStep step) => $"{step.Resource.Name} ({Kind(step)})";

    private static string Kind(TimelineStep step) => step.Resource.Type[(step.Resource.Type.LastIndexOf(':') + 1)..];

    private static string Range(CreationTime time) => $"{Minutes(time.Shortest)} to {Minutes(time.Longest)}";

    private static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}");

    private static string Minutes(TimeSpan time) => (int)time.TotalMinutes switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{time.Seconds} s"),
        var minutes when time.Seconds == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
        var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {time.Seconds} s"),
    };
}
