using System.Globalization;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Simulation.Load.Recorded;

namespace KedaStack.Cli.Simulate;

/// <summary>Reads a recording of a load from a file.</summary>
internal static class TrafficFile
{
    private const string Csv = ".csv";
    private const string Json = ".json";

    /// <summary>Whether a text names a file: by its ending, or because there is one.</summary>
    public static bool IsFile(string text) =>
        HasEnding(text, Csv) || HasEnding(text, Json) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || File.Exists(text);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="gaps">What gaps mean.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="progress">Shows how far a file is read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public static SimulatedTraffic? Read(
        string path, GapRule gaps, ICollection<SettingsProblem> problems, ProgressLine progress, CancellationToken cancellationToken)
    {
        if (!HasEnding(path, Csv) && !HasEnding(path, Json))
        {
            problems.Add(SettingsProblem.Create(path, "is not known to be CSV or JSON", Quoted.Text(Path.GetExtension(path)), "name a file that ends with .csv or .json"));
            return null;
        }

        try
        {
            using var stream = new ReportedFile(path, progress);
            var recording = HasEnding(path, Json) ? TrafficJson.Read(stream, gaps, cancellationToken: cancellationToken) : OfCsv(stream, gaps, cancellationToken);
            if (recording.IsValid)
            {
                return new SimulatedTraffic { Source = path, Traffic = recording.Traffic, Duration = recording.Duration, Notes = [.. Notes(recording)] };
            }

            var error = recording.Error;
            problems.Add(SettingsProblem.Create(
                string.Create(CultureInfo.InvariantCulture, $"{path}:{error.Line}:{error.Column}"),
                error.Wrong, Quoted.Text(error.Got), error.IsGap ? $"{error.Right} (--gaps hold or --gaps zero)" : error.Right));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? "a directory" : exception.Message.TrimEnd('.');
            problems.Add(SettingsProblem.Create(path, "cannot be read", reason, "name a file that you can read"));
        }

        return null;
    }

    /// <summary>What a reader should know of a recording, in sentences.</summary>
    public static IEnumerable<string> Notes(TrafficRecording recording)
    {
        if (recording.ThinnedTo is { } stretch)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The {recording.Rows} rows are thinned: each {PrometheusDuration.Format(stretch)} has its mean load, so that no request is lost.");
        }

        if (recording.FilledGaps > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{recording.FilledGaps} gaps in the recording are filled.");
        }
    }

    private static TrafficRecording OfCsv(Stream stream, GapRule gaps, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream);
        return TrafficCsv.Read(text, gaps, cancellationToken: cancellationToken);
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
