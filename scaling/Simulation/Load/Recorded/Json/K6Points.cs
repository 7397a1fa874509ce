using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>Reads k6's <c>--out json</c>: a line for each metric and each of its points (k6's documentation, "JSON").</summary>
internal static partial class K6Points
{
    private const string Requests = "http_reqs";

    /// <summary>Whether the text begins like that.</summary>
    public static bool Are(JsonTokens tokens) => FirstLine().IsMatch(tokens.Beginning());

    /// <summary>Reads all lines.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="mostSteps">The most steps that are kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RecordingException">They cannot be used.</exception>
    public static TrafficRecording Read(JsonTokens tokens, int mostSteps, CancellationToken cancellationToken)
    {
        var requests = new RequestCounts("k6's JSON, its http_reqs", mostSteps);
        while (tokens.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tokens.Type != JsonTokenType.StartObject)
            {
                throw RecordingException.At(tokens.Place, "this is no line of k6", tokens.Text, "write the file with k6 run --out json=file.json");
            }

            Line(tokens, requests);
        }

        return requests.End(tokens.Place);
    }

    private static void Line(JsonTokens tokens, RequestCounts requests)
    {
        var (metric, type, time, value, place) = ("", "", "", "", tokens.Place);
        for (var depth = 0; tokens.Read() && (depth > 0 || tokens.Type != JsonTokenType.EndObject);)
        {
            if (tokens.Type != JsonTokenType.PropertyName)
            {
                depth -= tokens.Type == JsonTokenType.EndObject ? 1 : 0;
                continue;
            }

            var name = tokens.Text;
            tokens.Read();
            switch (name)
            {
                case "metric" when depth == 0:
                    metric = tokens.Text;
                    break;
                case "type" when depth == 0:
                    type = tokens.Text;
                    break;
                case "time" when depth == 1:
                    (time, place) = (tokens.Text, tokens.Place);
                    break;
                case "value" when depth == 1:
                    value = tokens.Text;
                    break;
                case "data" when depth == 0 && tokens.Type == JsonTokenType.StartObject:
                    depth++;
                    break;
                default:
                    tokens.Skip();
                    break;
            }
        }

        if (metric != Requests || type != "Point")
        {
            return;
        }

        if (!RecordedTime.TryRead(time, out var at))
        {
            throw RecordingException.At(place, "the time is not one", time, RecordedTime.Expected);
        }

        requests.Add(at.Milliseconds, double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 0);
    }

    [GeneratedRegex(@"^\s*\{[^\r\n]*""type""\s*:\s*""(Metric|Point)""", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();
}
