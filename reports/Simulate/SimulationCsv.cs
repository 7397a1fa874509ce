using System.Globalization;
using System.IO.Compression;
using System.Text;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Simulate;

/// <summary>
/// Every sync of every run as a CSV, for a spreadsheet; lines end with LF. Written as the runs go, so that a result is whole or
/// not there at all, and held packed: a year of syncs takes some megabytes.
/// </summary>
internal sealed class SimulationCsv : IDisposable
{
    private const string Header = "run,time_seconds,load,metric,per_replica,desired,created,ready,queued,limit,metric_failed";
    private const string RecordedHeader = ",recorded_at";
    private const int BufferCharacters = 1 << 16;
    private const decimal Milli = 1000;
    private const decimal Micro = 1_000_000;

    private readonly MemoryStream _packed = new();
    private readonly StreamWriter _rows;
    private readonly DateTimeOffset? _recordedFrom;

    /// <summary>Begins with a header.</summary>
    /// <param name="recordedFrom">When the recording of the load begins, for a column of that time; null for none.</param>
    public SimulationCsv(DateTimeOffset? recordedFrom)
    {
        _recordedFrom = recordedFrom;
        _rows = new StreamWriter(new GZipStream(_packed, CompressionLevel.Fastest, leaveOpen: true)) { NewLine = "\n" };
        _rows.WriteLine(recordedFrom is null ? Header : Header + RecordedHeader);
    }

    /// <summary>Gets the syncs of a run, each for a line.</summary>
    /// <param name="run">The run's name.</param>
    public ISyncObserver Rows(string run) => new Observer(this, Quoted(run));

    /// <summary>Ends it and writes it.</summary>
    /// <param name="writer">Gets it.</param>
    public void CopyTo(TextWriter writer)
    {
        _rows.Dispose();
        _packed.Position = 0;
        using var reader = new StreamReader(new GZipStream(_packed, CompressionMode.Decompress, leaveOpen: true));
        var buffer = new char[BufferCharacters];
        while (reader.Read(buffer, 0, buffer.Length) is > 0 and var length)
        {
            writer.Write(buffer, 0, length);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _packed.Dispose();
    }

    private void Add(string run, in TimelinePoint point)
    {
        var line = new StringBuilder(run)
            .Append(CultureInfo.InvariantCulture, $",{point.AtMilliseconds / Milli},{point.OfferedMilli / Milli},")
            .Append(CultureInfo.InvariantCulture, $"{point.MetricMilli / Milli},{point.PerReplicaMilli / Milli},")
            .Append(CultureInfo.InvariantCulture, $"{point.SpecReplicas},{point.StatusReplicas},{point.ReadyPods},")
            .Append(CultureInfo.InvariantCulture, $"{point.QueuedMicro / Micro},{MachineName.Of(point.Limit)},")
            .Append(point.MetricFailed ? "true" : "false");
        if (_recordedFrom is { } from)
        {
            line.Append(',').Append(Shown.Date(from.AddMilliseconds(point.AtMilliseconds)));
        }

        _rows.WriteLine(line);
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private sealed class Observer(SimulationCsv csv, string run) : ISyncObserver
    {
        public void OnSync(in HpaSync sync) => csv.Add(run, TimelinePoint.Of(sync));

        public void OnStretch(in LoadStretch stretch)
        {
        }

        public void OnDecision(in ScalingDecision decision)
        {
        }
    }
}
