using System.Text;
using KedaStack.Cli.Shell;

namespace KedaStack.Tests.Cli.Shell;

public sealed class ProgressLineTests
{
    private readonly StringBuilder _error = new();
    private readonly ManualTime _time = new();

    [Fact]
    public void Report_WorkThatTakesLong_SaysHowMuchIsLeftAndGoesAtTheEnd()
    {
        using (var progress = Progress(errorWidthColumns: 40))
        {
            progress.Report("Reading", 0.1);
            _time.Now = 2_000;
            progress.Report("Reading", 0.25);
            _time.Now = 2_001;
            progress.Report("Reading", 0.3);
        }

        const string Line = "Reading: 25%, 6 s left";
        Assert.Equal($"\r{Line}\r{new string(' ', Line.Length)}\r", _error.ToString());
    }

    [Fact]
    public void Report_RoomForABar_ShowsOne()
    {
        using (var progress = Progress(errorWidthColumns: 80))
        {
            _time.Now = 2_000;
            progress.Report("Reading", 0.25);
        }

        Assert.StartsWith("\rReading: [#####...............] 25%, 6 s left\r", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NarrowTerminal_StaysOnOneLine()
    {
        using (var progress = Progress(errorWidthColumns: 10))
        {
            _time.Now = 1_000;
            progress.Report("Simulating something", null);
        }

        Assert.StartsWith("\rSimulatin\r", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NoTerminal_WritesNothing()
    {
        using (var progress = Progress(errorWidthColumns: null))
        {
            _time.Now = 60_000;
            progress.Report("Reading", 0.5);
        }

        Assert.Empty(_error.ToString());
    }

    private ProgressLine Progress(int? errorWidthColumns) =>
        new(new Terminal(TextWriter.Null, new StringWriter(_error), null, errorWidthColumns), _time);

    private sealed class ManualTime : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Now;
    }
}
