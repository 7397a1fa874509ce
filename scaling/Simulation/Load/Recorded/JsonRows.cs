using System.Text.Json;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

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

    private void AnswerField(string name)
    {
        switch (name)
        {
            case "data":
                Fields(DataField);
                break;
            case "error":
                throw Unexpected("this is an error of Prometheus");
            default:
                tokens.Skip();
                break;
        }
    }

    private void DataField(string name)
    {
        if (name == "result")
        {
            Items(Series);
        }
        else
        {
            tokens.Skip();
        }
    }

    private void Series()
    {
        if (++_series > 1)
        {
            throw RecordingException.At(
                tokens.Place, "the answer has more than one series", "a second one here", "ask for one, such as sum(rate(http_requests_total[2m]))");
        }

        Fields(name =>
        {
            if (name == "values")
            {
                Items(Row);
            }
            else
            {
                tokens.Skip();
            }
        });
    }

    private void Row()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = tokens.Place;
        var (time, rate) = ((Text: "", Place: place), (Text: "", Place: place));
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
                if (_timeNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    time = Value();
                }
                else if (_rateNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    rate = Value();
                }
                else
                {
                    tokens.Skip();
                }
            });
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
