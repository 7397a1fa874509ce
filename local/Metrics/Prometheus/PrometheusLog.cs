using System.Text.RegularExpressions;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>The log of a Prometheus server: knows its last complaint, and tells when its disk is full.</summary>
/// <param name="log">Told of a full disk, once.</param>
/// <param name="dataDirectory">The directory of its data.</param>
internal sealed partial class PrometheusLog(RunLog log, string dataDirectory)
{
    private const string PortInUse = "address already in use";

    private const string Advice = "make room there, or set TMPDIR to a directory with some";

    private const long LeastFreeBytes = 128 * 1024;

    private static readonly string[] _noSpace = ["no space left on device", "disk quota exceeded", "file too large"];

    private volatile string _lastComplaint = "";
    private int _isFull;

    /// <summary>Whether it could not listen on its port.</summary>
    public bool IsPortInUse => _lastComplaint.Contains(PortInUse, StringComparison.Ordinal);

    /// <summary>Why it cannot run, and what to do.</summary>
    public string Explanation => IsNoSpace(_lastComplaint) || HasNoRoom(dataDirectory)
        ? $"its data directory {dataDirectory} is full{(_lastComplaint.Length > 0 ? $" ({_lastComplaint})" : "")}; {Advice}"
        : $"{(_lastComplaint.Length > 0 ? _lastComplaint : "it says nothing about why")}; try `prometheus --version`, or take it off the PATH to run with the built-in scraper";

    /// <summary>Whether there is no room for data: Prometheus maps files into its memory, and dies of a fault then.</summary>
    /// <param name="directory">An existing directory.</param>
    public static bool HasNoRoom(string directory)
    {
        try
        {
            return new DriveInfo(directory).AvailableFreeSpace < LeastFreeBytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Why it died and what comes of it.</summary>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="isFull">Whether its disk is full.</param>
    public string Death(int exitCode, bool isFull)
    {
        var said = _lastComplaint.Length > 0 ? $" It said: {_lastComplaint}" : "";
        return isFull
            ? FormattableString.Invariant($"Died with exit code {exitCode}, since its data directory {dataDirectory} is full; it is started again once there is room: {Advice}.{said}")
            : FormattableString.Invariant($"The process ended with exit code {exitCode}; it is started again.{said}");
    }

    /// <summary>Reads a line of its output.</summary>
    public void Read(string line)
    {
        if (!Complaint().IsMatch(line))
        {
            return;
        }

        var match = Error().Match(line);
        _lastComplaint = match.Success ? match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal) : line;
        if (IsNoSpace(_lastComplaint) && Interlocked.Exchange(ref _isFull, 1) == 0)
        {
            log.Warn("prometheus", UnwritableFile.DiskFull, $"Its data directory {dataDirectory} is full, so that scrapes are lost: {_lastComplaint}; {Advice}.");
        }
    }

    private static bool IsNoSpace(string text) => _noSpace.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    // 2.x writes level=error, 3.x level=ERROR; a panic has neither.
    [GeneratedRegex("level=(error|warn|ERROR|WARN)|^panic:|^fatal|^unexpected fault|^signal:|^prometheus: error")]
    private static partial Regex Complaint();

    [GeneratedRegex("\\berr(?:or)?=\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Error();
}
