using System.Text.Json;
using KedaStack.Reports.Explain.Metrics;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Explain.Outages;

namespace KedaStack.Reports.Explain;

/// <summary>What an outage does, for machines.</summary>
internal static class OutageJson
{
    /// <summary>Writes <c>outage</c>; null while all triggers have a value.</summary>
    public static void Write(Utf8JsonWriter json, Outage? outage)
    {
        if (outage is null)
        {
            json.WriteNull("outage");
            return;
        }

        json.WriteStartObject("outage");
        json.WriteString("trigger", outage.Name);
        json.WriteStartArray("checks");
        foreach (var check in outage.Checks)
        {
            json.WriteStartObject();
            EdgesJson.Number(json, "atSeconds", check.AtMilliseconds);
            json.WriteString("by", check.By == ScalingActor.Hpa ? "hpa" : "keda");
            json.WriteNumber("failures", check.Failures);
            EdgesJson.Number(json, "value", check.ValueMilli);
            json.WriteString("decision", check.Decision?.ToString());
            json.WriteNumber("from", check.Before);
            json.WriteNumber("to", check.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("variants");
        foreach (var variant in outage.Variants)
        {
            json.WriteStartObject();
            json.WriteString("answer", variant.Answer);
            json.WriteString("settings", variant.Settings);
            json.WriteBoolean("own", variant.IsOwn);
            json.WriteNumber("replicas", variant.Forecast.ReplicasAtEnd);
            EdgesJson.Number(json, "afterSeconds", variant.Forecast.SettledAfterMilliseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
