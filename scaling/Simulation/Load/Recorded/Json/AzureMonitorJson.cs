using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>
/// What <c>az monitor metrics list</c> prints: metrics, each with series of times and their total, count, average, minimum and
/// maximum in the interval that begins then (Azure Monitor REST API, "Metrics - List").
/// </summary>
internal static class AzureMonitorJson
{
    private static readonly string[] _countUnits = ["Count", "Unspecified", ""];

    /// <summary>Reads the array of metrics that begins here.</summary>
    /// <param name="json">The text.</param>
    /// <param name="series">Hears of each series.</param>
    /// <param name="row">Gets each time with its total.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RecordingException">It holds no requests.</exception>
    public static void Read(
        JsonFields json, Action<TextPlace> series, Action<(string Text, TextPlace Place), (string Text, TextPlace Place)> row, CancellationToken cancellationToken)
    {
        var tokens = json.Tokens;
        json.Items(() => json.Fields(name =>
        {
            if (name == "timeseries")
            {
                json.Items(() =>
                {
                    series(tokens.Place);
                    json.Fields(field =>
                    {
                        if (field == "data")
                        {
                            json.Items(() => Row(json, row, cancellationToken));
                        }
                        else
                        {
                            tokens.Skip();
                        }
                    });
                });
            }
            else if (name == "unit" && !_countUnits.Contains(tokens.Text))
            {
                throw RecordingException.At(tokens.Place, "this metric of Azure Monitor counts nothing: its unit is another one", tokens.Text, "take a metric of requests, whose unit is Count");
            }
            else
            {
                tokens.Skip();
            }
        }));
    }

    private static void Row(JsonFields json, Action<(string Text, TextPlace Place), (string Text, TextPlace Place)> row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var tokens = json.Tokens;
        var place = tokens.Place;
        (string Text, TextPlace Place) time = ("", place), total = ("", place);
        var (hasAverage, hasTotal) = (false, false);
        json.Fields(name =>
        {
            switch (name)
            {
                case "timeStamp":
                    time = (tokens.Text, tokens.Place);
                    break;
                case "total":
                    (total, hasTotal) = ((tokens.Text, tokens.Place), true);
                    break;
                case "count" when total.Text.Length == 0:
                    total = (tokens.Text, tokens.Place);
                    break;
                case "average" or "maximum" or "minimum":
                    hasAverage |= tokens.Type == JsonTokenType.Number;
                    break;
                default:
                    tokens.Skip();
                    break;
            }
        });
        if (total.Text.Length == 0 && hasAverage)
        {
            throw RecordingException.At(
                place, $"this metric of Azure Monitor has no total{(hasTotal ? " here" : "")}, only averages or extremes", "no total", "ask for it with --aggregation Total");
        }

        row(time, total);
    }
}
