using System.Globalization;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Lines;

/// <summary>
/// Reads access logs in the common and the combined log format of Apache's and nginx's documentation, also with a virtual host
/// before them: <c>192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.1" 200 2326</c>. Each line is a request.
/// </summary>
internal static class AccessLog
{
    private const string TimeFormat = "dd/MMM/yyyy:HH:mm:ss zzz";
    private const int TimeLength = 26;

    /// <summary>Whether a line is one of such a log.</summary>
    public static bool Is(ReadOnlySpan<char> line) => TryRead(line, out _);

    /// <summary>Reads all lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="mostSteps">The most steps that are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RecordingException">They cannot be used.</exception>
    public static TrafficRecording Read(LineReader lines, int mostSteps, CancellationToken cancellationToken)
    {
        var requests = new RequestCounts("an access log", mostSteps);
        while (lines.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryRead(line, out var time))
            {
                requests.Add(time.ToUnixTimeMilliseconds());
            }
            else
            {
                requests.LeftOut += line.IsWhiteSpace() ? 0 : 1;
            }
        }

        return requests.End(new TextPlace(lines.Line + 1, 1));
    }

    private static bool TryRead(ReadOnlySpan<char> line, out DateTimeOffset time)
    {
        time = default;
        var open = line.IndexOf('[');
        return open > 0 && line.Length > open + TimeLength + 3 && line[open + TimeLength + 1] == ']' && line[open + TimeLength + 3] == '"'
            && DateTimeOffset.TryParseExact(line.Slice(open + 1, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
