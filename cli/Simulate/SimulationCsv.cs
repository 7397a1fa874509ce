using System.Globalization;
using System.Text;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>The timelines of a simulation as a CSV, for a spreadsheet; lines end with LF.</summary>
internal static class SimulationCsv
{
    private const string Header = "run,time_seconds,load,metric,per_replica,desired,created,ready,queued,limit,metric_failed\n";

    /// <summary>A header, then a line for each point of each run.</summary>
    public static string Write(SimulationReport report)
    {
        var text = new StringBuilder(Header);
        foreach (var run in report.Runs)
        {
            var name = Quoted(run.Name);
            foreach (var point in run.Result.Points)
            {
                Add(text, name, point);
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, in TimelinePoint point) => text
        .Append(CultureInfo.InvariantCulture, $"{name},{point.AtMilliseconds / 1000m},{point.OfferedMilli / 1000m},")
        .Append(CultureInfo.InvariantCulture, $"{point.MetricMilli / 1000m},{point.PerReplicaMilli / 1000m},")
        .Append(CultureInfo.InvariantCulture, $"{point.SpecReplicas},{point.StatusReplicas},{point.ReadyPods},")
        .Append(CultureInfo.InvariantCulture, $"{point.QueuedMicro / 1_000_000m},{MachineName.Of(point.Limit)},")
        .Append(point.MetricFailed ? "true\n" : "false\n");

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
