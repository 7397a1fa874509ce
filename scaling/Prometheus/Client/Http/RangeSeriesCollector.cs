using System.Text.Json;
using KedaStack.Scaling.Go;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>Puts the series of the answers to the parts of a range together.</summary>
internal sealed class RangeSeriesCollector
{
    private readonly Dictionary<string, (IReadOnlyDictionary<string, string> Labels, List<Sample> Samples)> _series = new(StringComparer.Ordinal);

    /// <summary>Adds an answer, later than those before.</summary>
    /// <param name="body">Its body.</param>
    /// <returns>False when it is no matrix; some of it may have been added then.</returns>
    public bool TryAdd(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var data = document.RootElement.GetProperty("data");
            if (data.GetProperty("resultType").GetString() != "matrix")
            {
                return false;
            }

            foreach (var element in data.GetProperty("result").EnumerateArray())
            {
                Add(element);
            }

            return true;
        }
        catch (Exception exception) when (exception
            is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The series in the order in which they came first.</summary>
    public IReadOnlyList<RangeSeries> ToList() => [.. _series.Values.Select(series => new RangeSeries(series.Labels, series.Samples))];

    private void Add(JsonElement element)
    {
        var labels = element.GetProperty("metric").EnumerateObject()
            .ToDictionary(label => label.Name, label => label.Value.GetString() ?? "", StringComparer.Ordinal);
        var key = string.Join('\u0000', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}\u0001{label.Value}"));
        if (!_series.TryGetValue(key, out var series))
        {
            _series[key] = series = (labels, []);
        }

        // A series of native histograms has no values.
        if (!element.TryGetProperty("values", out var values))
        {
            return;
        }

        foreach (var value in values.EnumerateArray())
        {
            var number = GoParse.Float(value[1].GetString() ?? "", out var error);
            series.Samples.Add(error is null
                ? new Sample(checked((long)Math.Round(value[0].GetDouble() * 1000)), number)
                : throw new FormatException(error));
        }
    }
}
