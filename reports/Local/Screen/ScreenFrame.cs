using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Local.Screen;

/// <summary>Everything that a screen shows of a run: facts, history, the latest events, keys.</summary>
internal static class ScreenFrame
{
    private const int MostChartRows = 23;
    private const int LeastEventRows = 3;

    /// <summary>The lines: never more, and never longer, than there is room for.</summary>
    /// <param name="run">The run.</param>
    /// <param name="snapshot">The run now.</param>
    /// <param name="page">Where its page is; null for none.</param>
    /// <param name="screen">The screen.</param>
    /// <param name="size">Its size.</param>
    public static IReadOnlyList<ScreenLine> Lines(ILocalRun run, LocalSnapshot snapshot, Uri? page, IScreen screen, ScreenSize size)
    {
        var keys = new ScreenLine(Keys(run.Plan, snapshot, page, screen.Keys is not null, size.Columns), ScreenStyle.Quiet);
        var lines = ScreenFacts.Lines(run.Plan, snapshot, size.Columns).Take(size.Rows - 1).ToList();
        var room = size.Rows - lines.Count - 1;
        var chart = ScreenChart.Lines(run.Plan, snapshot, run.History, screen.Glyphs, new ScreenSize(size.Columns, Math.Min(room - 1, MostChartRows)));
        if (chart.Count > 0)
        {
            lines.Add(new ScreenLine(""));
            lines.AddRange(chart);
        }

        var left = size.Rows - lines.Count - 1;
        if (left >= LeastEventRows)
        {
            lines.Add(new ScreenLine(ScreenFacts.Cut("Latest events", size.Columns), ScreenStyle.Strong));
            lines.AddRange(run.Events.Take(snapshot.Events).Reverse().Take(left - 1).Select(happened => new ScreenLine(
                ScreenFacts.Cut($"{Shown.Time((long)happened.Time.TotalMilliseconds),7}  {happened.Subject}: {happened.Message}", size.Columns),
                happened.IsWarning ? ScreenStyle.Warning : ScreenStyle.Plain)));
        }

        lines.AddRange(Enumerable.Repeat(new ScreenLine(""), size.Rows - 1 - lines.Count));
        return [.. lines, keys];
    }

    private static string Keys(LocalRunPlan plan, LocalSnapshot snapshot, Uri? page, bool hasKeys, int columns)
    {
        var parts = new List<string>();
        if (hasKeys && snapshot.Phase is LocalPhase.Starting or LocalPhase.Running)
        {
            parts.AddRange(["+ more load", "- less load", "q stop"]);
        }
        else if (snapshot.Phase == LocalPhase.Ending)
        {
            parts.Add(hasKeys ? "Waiting for the last requests and scrapes; q again ends at once" : "Waiting for the last requests and scrapes");
        }

        if (page is not null)
        {
            parts.Add(page.ToString());
        }

        return ScreenFacts.Fit("", parts.Append(plan.SpeedText), "   ", columns);
    }
}

/// <summary>A line on a screen.</summary>
/// <param name="Text">The text, without control characters.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct ScreenLine(string Text, ScreenStyle Style = ScreenStyle.Plain);

/// <summary>How a line looks; without colours a warning looks plain.</summary>
internal enum ScreenStyle
{
    /// <summary>As everything else.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Dim.</summary>
    Quiet,

    /// <summary>Yellow.</summary>
    Warning,

    /// <summary>Cyan, as the load in charts.</summary>
    Load,

    /// <summary>Green, as the replicas in charts.</summary>
    Replicas,
}
