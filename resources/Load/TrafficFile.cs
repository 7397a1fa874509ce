using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Reading;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Load.Recorded.Csv;
using KedaStack.Scaling.Simulation.Load.Recorded.Json;

namespace KedaStack.Resources.Load;

/// <summary>Reads a recording of a load from a file or a pipe.</summary>
internal static class TrafficFile
{
    /// <summary>What standard input is named by.</summary>
    public const string StandardInput = "-";

    private const string Csv = ".csv";
    private const string Json = ".json";

    /// <summary>Whether a text names a file: by its ending, or because there is one.</summary>
    public static bool IsFile(string text) =>
        text == StandardInput || HasEnding(text, Csv) || HasEnding(text, Json)
        || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || File.Exists(text);

    /// <summary>Reads a file: CSV or JSON by its ending, otherwise by its first character.</summary>
    /// <param name="path">The file; <see cref="StandardInput"/> for standard input.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="progress">Shows how far a file is read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public static SimulatedTraffic? Read(
        string path, RecordingReading reading, ICollection<SettingsProblem> problems, ReadingProgress progress, CancellationToken cancellationToken)
    {
        var name = path == StandardInput ? "standard input" : path;
        try
        {
            using var stream = path == StandardInput
                ? new TrafficStream(StandardInputStream.Open(), name, progress, cancellationToken)
                : TrafficStream.Open(path, progress, cancellationToken);
            var isJson = HasEnding(path, Json) || (!HasEnding(path, Csv) && stream.FirstCharacter() is '{' or '[');
            var recording = isJson ? TrafficJson.Read(stream, reading, cancellationToken) : OfCsv(stream, reading, cancellationToken);
            if (recording.IsValid)
            {
                return Of(name, recording);
            }

            var error = recording.Error;
            problems.Add(SettingsProblem.Create(
                string.Create(CultureInfo.InvariantCulture, $"{name}:{error.Line}:{error.Column}"),
                error.Wrong, Quoted.Text(error.Got), error.IsGap ? $"{error.Right} (--gaps hold or --gaps zero)" : error.Right));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(SettingsProblem.Create(name, "is not there", "no file", "name a file of times and requests per second, CSV or JSON"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? "a directory" : exception.Message.TrimEnd('.');
            problems.Add(SettingsProblem.Create(name, "cannot be read", reason, "name a file that you can read"));
        }

        return null;
    }

    /// <summary>What a reader should know of a recording, in sentences.</summary>
    public static IEnumerable<string> Notes(TrafficRecording recording)
    {
        foreach (var note in recording.Notes)
        {
            yield return VisibleText.Of(note);
        }

        if (recording.ThinnedTo is { } stretch)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The {recording.Rows:#,0} rows are thinned: each {PrometheusDuration.Format(stretch)} has its mean load, so that no request is lost.");
        }

        if (recording.FilledGaps > 0)
        {
            yield return $"{Shown.Count(recording.FilledGaps, "gap")} in the recording {(recording.FilledGaps == 1 ? "is" : "are")} filled.";
        }
    }

    private static SimulatedTraffic Of(string name, TrafficRecording recording) => new()
    {
        Source = name,
        Traffic = recording.Traffic!,
        Duration = recording.Duration,
        RecordedDuration = recording.Duration,
        RecordedFrom = recording.Start,
        Notes = [.. recording.Start is { } start ? [$"The recording begins at {Shown.Date(start)}."] : Array.Empty<string>(), .. Notes(recording)],
    };

    private static TrafficRecording OfCsv(Stream stream, RecordingReading reading, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream);
        return TrafficCsv.Read(text, reading, cancellationToken);
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
