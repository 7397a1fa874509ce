using KedaStack.Scaling.Simulation.Load.Recorded.Csv;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>
/// Reads a recording from JSON: an array of <c>[time, load]</c> or of objects with <c>time</c> and <c>rate</c>, or what
/// Prometheus answers to a range query, with one series: all of it, its <c>data</c> or its <c>result</c>. Numbers may be texts, as Prometheus writes them; null and NaN are
/// gaps. Streams, as <see cref="TrafficCsv"/> does.
/// </summary>
public static class TrafficJson
{
    /// <summary>Reads the whole text. Never throws for what is in it.</summary>
    /// <param name="stream">The text in UTF-8.</param>
    /// <param name="gaps">What gaps mean.</param>
    /// <param name="mostSteps">The most steps that are kept; 4 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The text cannot be read.</exception>
    public static TrafficRecording Read(
        Stream stream, GapRule gaps = GapRule.Refuse, int mostSteps = StepThinner.MostSteps, CancellationToken cancellationToken = default)
    {
        try
        {
            var tokens = new JsonTokens(stream);
            var rows = new RecordedRows(gaps, mostSteps);
            new JsonRows(tokens, rows, cancellationToken).Read();
            return rows.End(tokens.Place);
        }
        catch (RecordingException exception)
        {
            return new TrafficRecording { Error = exception.Error };
        }
    }
}
