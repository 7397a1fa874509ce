using System.Text;
using System.Text.Json;
using KedaStack.Scaling.Go;

namespace KedaStack.Scaling.Prometheus;

/// <summary>
/// Reads the body of an instant query the way encoding/json reads it into KEDA's promQueryResult (prometheus_scaler.go):
/// names match without regard to case, the last of several wins, null changes nothing, and the first value of a wrong
/// type is the error while reading goes on.
/// </summary>
internal sealed class GoQueryResult
{
    private const int DepthLimit = 10001;
    private const string Element = "struct { Metric struct {} \"json:\\\"metric\\\"\"; Value []interface {} \"json:\\\"value\\\"\" }";
    private const string Data =
        "struct { ResultType string \"json:\\\"resultType\\\"\"; Result []" + Element + " \"json:\\\"result\\\"\" }";

    private string? _error;
    private int _elements;
    private int _valueLength;
    private InstantQueryValue _value;

    public static InstantQueryResponse Read(ReadOnlySpan<byte> body)
    {
        if (GoJsonSyntax.Error(body) is { } error)
        {
            return new InstantQueryResponse { BodyError = error };
        }

        // Go takes bytes that are no UTF-8 for replacement characters; so does this round trip.
        using var document = JsonDocument.Parse(Encoding.UTF8.GetString(body), new JsonDocumentOptions { MaxDepth = DepthLimit });
        var result = new GoQueryResult();
        result.Root(document.RootElement);
        return new InstantQueryResponse
        {
            BodyError = result._error,
            ElementCount = result._elements,
            ValueLength = result._valueLength,
            Value = result._value,
        };
    }

    private void Root(JsonElement root)
    {
        if (Skip(root, JsonValueKind.Object, "value of type scalers.promQueryResult"))
        {
            return;
        }

        foreach (var property in root.EnumerateObject())
        {
            if (Is(property, "status"))
            {
                Skip(property.Value, JsonValueKind.String, "struct field promQueryResult.status of type string");
            }
            else if (Is(property, "data")
                && !Skip(property.Value, JsonValueKind.Object, "struct field promQueryResult.data of type " + Data))
            {
                ReadData(property.Value);
            }
        }
    }

    private void ReadData(JsonElement data)
    {
        foreach (var property in data.EnumerateObject())
        {
            if (Is(property, "resultType"))
            {
                Skip(property.Value, JsonValueKind.String, "struct field .data.resultType of type string");
            }
            else if (Is(property, "result")
                && !Skip(property.Value, JsonValueKind.Array, "struct field .data.result of type []" + Element))
            {
                _elements = property.Value.GetArrayLength();
                (_valueLength, _value) = (0, default);
                var place = 0;
                foreach (var element in property.Value.EnumerateArray())
                {
                    ReadElement(element, place++ == 0);
                }
            }
        }
    }

    private void ReadElement(JsonElement element, bool first)
    {
        if (Skip(element, JsonValueKind.Object, "struct field .data.result of type " + Element))
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (Is(property, "metric"))
            {
                Skip(property.Value, JsonValueKind.Object, "struct field .data.result.metric of type struct {}");
            }
            else if (Is(property, "value")
                && !Skip(property.Value, JsonValueKind.Array, "struct field .data.result.value of type []interface {}")
                && first)
            {
                _valueLength = property.Value.GetArrayLength();
                _value = _valueLength > 1 ? Number(property.Value[1]) : default;
            }
        }
    }

    private static InstantQueryValue Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => default,
        JsonValueKind.String => InstantQueryValue.Of(Text(value)),
        JsonValueKind.Number => new InstantQueryValue(null, "float64"),
        JsonValueKind.Array => new InstantQueryValue(null, "[]interface {}"),
        JsonValueKind.Object => new InstantQueryValue(null, "map[string]interface {}"),
        _ => new InstantQueryValue(null, "bool"),
    };

    // Half of a surrogate pair is valid JSON, but no text; whatever stands for it, it is no number.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }

    /// <summary>Whether a value is to be passed over: null, or of a wrong type, which is remembered.</summary>
    private bool Skip(JsonElement value, JsonValueKind expected, string target)
    {
        if (value.ValueKind == expected)
        {
            return false;
        }

        var kind = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => "number",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            _ => "bool",
        };
        _error ??= kind is null ? null : $"json: cannot unmarshal {kind} into Go {target}";
        return true;
    }

    private static bool Is(JsonProperty property, string name) => string.Equals(Name(property), name, StringComparison.OrdinalIgnoreCase);

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
