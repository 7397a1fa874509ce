using System.Globalization;
using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>Finds the rows in JSON.</summary>
internal sealed class JsonRows(JsonTokens tokens, RecordingReading reading, CancellationToken cancellationToken)
{
    private const string Expected = "write [[time, load], ...], [{\"time\": ..., \"rate\": ...}, ...], or the answer of a Prometheus range query";
    private static readonly string[] _timeNames = ["time", "timestamp", "t"];
    private static readonly string[] _rateNames = ["rate", "load", "value", "v"];

    private readonly JsonFields _json = new(tokens, Expected);
    private readonly RecordedRows _rows = new(reading);
    private SeriesSums? _sums;
    private string? _unitName;
    private int _series;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    public TrafficRecording Read()
    {
        if (!tokens.Read())
        {
            throw _json.Unexpected("the file is empty");
        }

        if (tokens.Type == JsonTokenType.StartObject)
        {
            _json.Fields(AnswerField);
            if (_series == 0)
            {
                throw _json.Unexpected("the answer has no series");
            }
        }
        else
        {
            _json.Items(Row);
        }

        if (tokens.Read())
        {
            throw RecordingException.At(tokens.Place, "more comes after the end", tokens.Text, "keep one JSON value, or put all rows into one array");
        }

        _sums?.AddTo(_rows);
        if (_sums is not null && _series > 1)
        {
            _rows.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{_series} series are added up (--sum)."));
        }

        return _rows.End(tokens.Place);
    }

    // The answer holds data, which holds the result; each of them may come alone.
    private void AnswerField(string name)
    {
        switch (name)
        {
            case "data":
                _json.Fields(AnswerField);
                break;
            case "result":
                _json.Items(Series);
                break;
            case "value" when tokens.Type == JsonTokenType.StartArray:
                AzureMetrics();
                break;
            case "Datapoints":
                CountSeries(tokens.Place);
                CloudWatchJson.Statistics(_json, Sorted(LoadUnit.Count, "CloudWatch's Datapoints"), cancellationToken);
                break;
            case "MetricDataResults":
                var sums = Sorted(LoadUnit.Count, "CloudWatch's MetricDataResults");
                CloudWatchJson.MetricData(_json, sums, CountSeries, cancellationToken);
                break;
            case "intermediate":
                CountSeries(tokens.Place);
                Use(LoadUnit.Count, "http.requests of Artillery's report");
                _json.Items(ArtilleryPeriod);
                break;
            case "metrics" when tokens.Type == JsonTokenType.StartObject:
                throw RecordingException.At(
                    tokens.Place, "this is k6's summary, one number for the whole run", name, "record the requests with k6 run --out json=file.json, or --out csv=file.csv");
            case "tables":
                throw RecordingException.At(
                    tokens.Place, "this is the answer of a log query (Azure Monitor Logs)", name,
                    "print a time and a load on each line: | project timestamp, requests, with -o tsv, and --unit count");
            case "resultType" when tokens.Text != "matrix":
                throw NotARange(tokens.Place, tokens.Text);
            case "error":
                throw _json.Unexpected("this is an error of Prometheus");
            case var _ when _timeNames.Contains(name, StringComparer.OrdinalIgnoreCase) && tokens.Type is JsonTokenType.Number or JsonTokenType.String:
                throw LoneRow(name);
            default:
                SkipUnlessGrafana(name);
                break;
        }
    }

    private void AzureMetrics()
    {
        Use(LoadUnit.Count, "the total of Azure Monitor's metric");
        var sums = reading.IsSummed ? Sorted(LoadUnit.Count, null) : null;
        AzureMonitorJson.Read(
            _json, CountSeries,
            (time, value) => Add(time.Text, time.Place, value.Text, value.Place, sums),
            cancellationToken);
    }

    private void ArtilleryPeriod()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (time, count, place) = ("", "", tokens.Place);
        _json.Fields(name =>
        {
            switch (name)
            {
                case "period" or "timestamp":
                    time = tokens.Text;
                    break;
                case "requestsCompleted":
                    count = tokens.Text;
                    break;
                case "counters":
                    _json.Fields(counter =>
                    {
                        count = counter == "http.requests" ? tokens.Text : count;
                        tokens.Skip();
                    });
                    break;
                default:
                    tokens.Skip();
                    break;
            }
        });
        Add(time, place, count.Length == 0 ? "0" : count, place, null);
    }

    private void Series()
    {
        CountSeries(tokens.Place);
        _json.Fields(SeriesField);
    }

    private void SeriesField(string name)
    {
        switch (name)
        {
            case "metric" when tokens.Type == JsonTokenType.StartObject:
                _json.Fields(label =>
                {
                    if (label == "__name__" && LoadUnits.OfName(tokens.Text) is { } unit)
                    {
                        Use(unit, $"series {tokens.Text}");
                    }

                    tokens.Skip();
                });
                break;
            case "values":
                _json.Items(Row);
                break;
            case "value":
                throw NotARange(tokens.Place, "one value of a series");
            default:
                SkipUnlessGrafana(name);
                break;
        }
    }

    private void CountSeries(TextPlace place)
    {
        if (++_series > 1 && !reading.IsSummed)
        {
            throw RecordingException.At(
                place, "the answer has more than one series", "a second one here",
                "ask for one, such as sum(rate(http_requests_total[2m])), or add them up with --sum");
        }
    }

    private void Row()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = tokens.Place;
        var (time, rate) = (("", place), ("", place));
        var isSeries = false;
        if (tokens.Type is JsonTokenType.Number or JsonTokenType.String)
        {
            throw LoneRow(tokens.Text);
        }

        if (tokens.Type == JsonTokenType.StartArray)
        {
            (time, rate) = (Cell(), Cell());
            if (!tokens.Read() || tokens.Type != JsonTokenType.EndArray)
            {
                throw _json.Unexpected("a row is not just a time and a load");
            }
        }
        else
        {
            _json.Fields(name =>
            {
                if (name is "values" or "value" && tokens.Type == JsonTokenType.StartArray)
                {
                    CountSeries(place);
                    SeriesField(name);
                    isSeries = true;
                }
                else if (_timeNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    time = Value();
                }
                else if (_rateNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    rate = Value();
                }
                else if (tokens.Type is JsonTokenType.Number && LoadUnits.OfName(name) is { } unit)
                {
                    Use(unit, $"\"{name}\"");
                    rate = Value();
                }
                else
                {
                    SkipUnlessGrafana(name);
                }
            });
        }

        if (!isSeries)
        {
            Add(time.Item1, time.Item2, rate.Item1, rate.Item2, reading.IsSummed && _series > 0 ? _sums ??= new SeriesSums(_rows.Unit) : null);
        }
    }

    private void Add(string time, TextPlace timePlace, string rate, TextPlace ratePlace, SeriesSums? sums)
    {
        if (sums is null)
        {
            _rows.Add(new RecordedRow { Time = time, TimePlace = timePlace, Rate = rate, RatePlace = ratePlace });
            return;
        }

        if (!RecordedTime.TryRead(time, out var at))
        {
            throw RecordingException.At(timePlace, "the time is not one", time, RecordedTime.Expected);
        }

        sums.Add(_series.ToString(CultureInfo.InvariantCulture), at, RecordedValue.Of(rate, ratePlace), ratePlace);
    }

    private SeriesSums Sorted(LoadUnit unit, string? name)
    {
        if (name is not null)
        {
            Use(unit, name);
        }

        return _sums ??= new SeriesSums(_rows.Unit);
    }

    // Once: each series and each row says it again.
    private void Use(LoadUnit unit, string name)
    {
        if (_unitName is null)
        {
            _unitName = name;
            _rows.Use(unit, name);
        }
    }

    private (string Text, TextPlace Place) Cell()
    {
        tokens.Read();
        return Value();
    }

    private (string Text, TextPlace Place) Value() =>
        tokens.Type is JsonTokenType.Number or JsonTokenType.String or JsonTokenType.Null
            ? (tokens.Text, tokens.Place)
            : throw _json.Unexpected("a row is not just a time and a load");

    private void SkipUnlessGrafana(string name)
    {
        if (name is "datapoints" or "results" or "series" or "schema" && tokens.Type is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            throw RecordingException.At(
                tokens.Place, "this is JSON of Grafana", name,
                "export the CSV of the panel (Inspect, Data, with \"Formatted data\" off), or the answer of a Prometheus range query");
        }

        tokens.Skip();
    }

    private RecordingException LoneRow(string got) => RecordingException.At(
        tokens.Place, "this is a row by itself, as in JSON lines", got, "put all rows into one array (jq -s . lines.json > rows.json)");

    private static RecordingException NotARange(TextPlace place, string got) => RecordingException.At(
        place, "this is the answer of an instant query, with one value for each series", got, "record a range: /api/v1/query_range with start, end and step");
}
