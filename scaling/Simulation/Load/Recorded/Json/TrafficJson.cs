using KedaStack.Scaling.Simulation.Load.Recorded.Csv;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>
/// Reads a recording from JSON: an array of <c>[time, load]</c> or of objects with <c>time</c> and <c>rate</c>, or what
/// Prometheus answers to a range query: all of it, its <c>data</c> or its <c>result</c>; what <c>az monitor metrics list</c>,
/// <c>aws cloudwatch get-metric-statistics</c> and <c>get-metric-data</c> print; k6's <c>--out json</c> and Artillery's report.
/// Numbers may be texts, as Prometheus writes them; null and NaN are gaps. Streams, as <see cref="TrafficCsv"/> does, but for
/// what has to be sorted or added up.
/// </summary>
public static class TrafficJson
{
    /// <summary>Reads the whole text. Never throws for what is in it.</summary>
    /// <param name="stream">The text in UTF-8.</param>
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The text cannot be read.</exception>
    public static TrafficRecording Read(Stream stream, RecordingReading? reading = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var tokens = new JsonTokens(stream);
            return K6Points.Are(tokens)
                ? K6Points.Read(tokens, (reading ?? new()).MostSteps, cancellationToken)
                : new JsonRows(tokens, reading ?? new(), cancellationToken).Read();
        }
        catch (RecordingException exception)
        {
            return new TrafficRecording { Error = exception.Error };
        }
    }
}
