using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Json;

/// <summary>Finds the rows in JSON.</summary>
internal sealed class JsonRows(JsonTokens tokens, RecordedRows rows, CancellationToken cancellationToken)
{
    private const string Expected = "write [[time, load], ...], [{\"time\": ..., \"rate\": ...}, ...], or the answer of a Prometheus range query";
    private static readonly string[] _timeNames = ["time", "timestamp", "t"];
    private static readonly string[] _rateNames = ["rate", "load", "value", "v"];

    private int _series;

    /// <summary>Reads to the end.</summary>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    public void Read()
    {
        if (!tokens.Read())
        {
            throw Unexpected("the file is empty");
        }

        if (tokens.Type == JsonTokenType.StartObject)
        {
            Fields(AnswerField);
            if (_series == 0)
            {
                throw Unexpected("the answer has no series");
            }
        }
        else
        {
            Items(Row);
        }

        tokens.Read();
    }

    // The answer holds data, which holds the result; each of them may come alone.
    private void AnswerField(string name)
    {
        switch (name)
        {
            case "data":
                Fields(AnswerField);
                break;
            case "result":
                Items(Series);
                break;
            case "resultType" when tokens.Text != "matrix":
                throw NotARange(tokens.Place, tokens.Text);
            case "error":
                throw Unexpected("this is an error of Prometheus");
            case var _ when _timeNames.Contains(name, StringComparer.OrdinalIgnoreCase):
                throw LoneRow(name);
            default:
                SkipUnlessGrafana(name);
                break;
        }
    }

    private void Series()
    {
        CountSeries(tokens.Place);
        Fields(SeriesField);
    }

    private void SeriesField(string name)
    {
        switch (name)
        {
            case "values":
                Items(Row);
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
        if (++_series > 1)
        {
            throw RecordingException.At(
                place, "the answer has more than one series", "a second one here", "ask for one, such as sum(rate(http_requests_total[2m]))");
        }
    }

    private void Row()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = tokens.Place;
        var (time, rate) = ((Text: "", Place: place), (Text: "", Place: place));
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
                throw Unexpected("a row is not just a time and a load");
            }
        }
        else
        {
            Fields(name =>
            {
                var isArray = tokens.Type == JsonTokenType.StartArray;
                if (name is "values" or "value" && isArray)
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
                else
                {
                    SkipUnlessGrafana(name);
                }
            });
        }

        if (isSeries)
        {
            return;
        }

        rows.Add(new RecordedRow { Time = time.Text, TimePlace = time.Place, Rate = rate.Text, RatePlace = rate.Place });
    }

    private (string Text, TextPlace Place) Cell()
    {
        tokens.Read();
        return Value();
    }

    private (string Text, TextPlace Place) Value() =>
        tokens.Type is JsonTokenType.Number or JsonTokenType.String or JsonTokenType.Null
            ? (tokens.Text, tokens.Place)
            : throw Unexpected("a row is not just a time and a load");

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

    private void Fields(Action<string> read)
    {
        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw Unexpected("this is not an object");
        }

        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var name = tokens.Text;
            tokens.Read();
            read(name);
        }
    }

    private void Items(Action read)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw Unexpected("this is not an array");
        }

        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            read();
        }
    }

    private RecordingException Unexpected(string wrong) => RecordingException.At(
        tokens.Place,
        wrong,
        tokens.Type switch
        {
            JsonTokenType.None => "the end of the file",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray or JsonTokenType.EndArray => "an array",
            JsonTokenType.EndObject => "the end of an object",
            JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False => "a value that is no number",
            _ => tokens.Text,
        },
        Expected);
}
