using System.Text.Json;

namespace KedaStack.Reports.Explain;

/// <summary>What was asked and what came, for machines.</summary>
internal static class LiveJson
{
    /// <summary>Writes <c>live</c>: the first trigger that was asked for, and all <c>triggers</c>; null when nobody was asked.</summary>
    public static void Write(Utf8JsonWriter json, LiveReport? live)
    {
        if (live is null)
        {
            json.WriteNull("live");
            return;
        }

        json.WriteStartObject("live");
        Write(json, live.Asked[0]);
        json.WriteStartArray("triggers");
        foreach (var asked in live.Asked)
        {
            json.WriteStartObject();
            json.WriteString("name", asked.Answer.Name);
            Write(json, asked);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AskedTrigger asked)
    {
        var result = asked.Answer.Result;
        json.WriteString("address", asked.Address);
        json.WriteBoolean("token", asked.HasCredential);
        if (asked.Scope is { } scope)
        {
            json.WriteString("resourceScope", scope);
        }

        json.WriteString("query", asked.Answer.Trigger.Query);
        json.WriteString("time", LiveText.Time(asked));
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
        if (result.Error is { } error)
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
        foreach (var finding in asked.Answer.Findings)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
    }
}
