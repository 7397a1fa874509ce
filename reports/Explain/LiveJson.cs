using System.Text.Json;

namespace KedaStack.Reports.Explain;

/// <summary>What was asked and what came, for machines.</summary>
internal static class LiveJson
{
    /// <summary>Writes <c>live</c>; null when nobody was asked.</summary>
    public static void Write(Utf8JsonWriter json, LiveReport? live)
    {
        if (live is null)
        {
            json.WriteNull("live");
            return;
        }

        var (explanation, result) = (live.Explanation, live.Explanation.Result);
        json.WriteStartObject("live");
        json.WriteString("address", live.Address);
        json.WriteBoolean("token", live.HasCredential);
        json.WriteString("query", explanation.Trigger.Query);
        json.WriteString("time", LiveText.Time(live));
        json.WriteNumber("tookSeconds", Math.Round((decimal)result.Took.TotalSeconds, 3));
        if (result.Response is { } response)
        {
            json.WriteNumber("httpStatus", response.HttpStatus);
        }
        else
        {
            json.WriteNull("httpStatus");
        }

        json.WriteString("body", result.Body);
        if (live.Error is { } error)
        {
            json.WriteStartObject("failure");
            json.WriteString("kind", error.Kind.ToString());
            json.WriteString("message", error.Message);
            json.WriteString("advice", error.Advice);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("failure");
        }

        json.WriteStartArray("findings");
        foreach (var finding in explanation.Findings)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
