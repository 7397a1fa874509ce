using System.Globalization;
using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>
/// What <c>aws cloudwatch get-metric-statistics</c> and <c>get-metric-data</c> print, in any order of time (CloudWatch API,
/// GetMetricStatistics and GetMetricData).
/// </summary>
internal static class CloudWatchJson
{
    /// <summary>Reads the Datapoints that begin here: their Sum, in the period that begins with the time.</summary>
    /// <exception cref="RecordingException">They hold no sums.</exception>
    public static void Statistics(JsonFields json, SeriesSums sums, CancellationToken cancellationToken)
    {
        var tokens = json.Tokens;
        json.Items(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (time, sum, place) = ("", "", tokens.Place);
            json.Fields(name =>
            {
                if (name == "Timestamp")
                {
                    time = tokens.Text;
                }
                else if (name == "Sum")
                {
                    sum = tokens.Text;
                }
                else if (name == "Unit" && tokens.Text is not ("Count" or "None"))
                {
                    throw RecordingException.At(tokens.Place, "this metric of CloudWatch counts nothing: its unit is another one", tokens.Text, "take a metric of requests, whose unit is Count");
                }
                else
                {
                    tokens.Skip();
                }
            });
            if (sum.Length == 0)
            {
                throw RecordingException.At(place, "this metric of CloudWatch has no Sum", "no Sum", "ask for it with --statistics Sum");
            }

            Add(sums, "", time, sum, place);
        });
    }

    /// <summary>Reads the MetricDataResults that begin here: times and values in arrays beside each other.</summary>
    /// <param name="json">The text.</param>
    /// <param name="sums">Gets the values.</param>
    /// <param name="series">Hears of each series.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RecordingException">They cannot be used.</exception>
    public static void MetricData(JsonFields json, SeriesSums sums, Action<TextPlace> series, CancellationToken cancellationToken)
    {
        var tokens = json.Tokens;
        var number = 0;
        json.Items(() =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            series(tokens.Place);
            number++;
            var place = tokens.Place;
            var (times, values) = (new List<string>(), new List<string>());
            json.Fields(name =>
            {
                var list = name switch
                {
                    "Timestamps" => times,
                    "Values" => values,
                    _ => null,
                };
                if (list is null)
                {
                    tokens.Skip();
                }
                else
                {
                    json.Items(() => list.Add(tokens.Type is JsonTokenType.Number or JsonTokenType.String ? tokens.Text : throw json.Unexpected("this is no time and no value")));
                }
            });
            if (times.Count != values.Count)
            {
                throw RecordingException.At(
                    place, "there are not as many times as values", string.Create(CultureInfo.InvariantCulture, $"{times.Count} and {values.Count}"), "ask CloudWatch again");
            }

            for (var i = 0; i < times.Count; i++)
            {
                Add(sums, number.ToString(CultureInfo.InvariantCulture), times[i], values[i], place);
            }
        });
    }

    private static void Add(SeriesSums sums, string series, string time, string value, TextPlace place) => sums.Add(
        series,
        RecordedTime.TryRead(time, out var at) ? at : throw RecordingException.At(place, "the time is not one", time, RecordedTime.Expected),
        RecordedValue.Of(value, place),
        place);
}
