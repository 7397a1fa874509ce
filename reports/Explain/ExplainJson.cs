using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KedaStack.Reports.Explain.Metrics;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Explain.Recorded;

namespace KedaStack.Reports.Explain;

/// <summary>An explanation for machines. The names of the fields stay; what does not apply is null.</summary>
internal static class ExplainJson
{
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        // For a terminal, not for HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(ExplainReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            Source(json, report);
            Forecast(json, report);
            json.WriteStartArray("rules");
            foreach (var rule in report.Explanation.Rules)
            {
                Object(json, ("rule", rule.Rule), ("input", rule.Input), ("formula", rule.Formula), ("output", rule.Output), ("changed", rule.Changed));
            }

            json.WriteEndArray();
            Conditions(json, report);
            EdgesJson.Write(json, report.Explanation);
            MetricsJson.Write(json, report.Explanation);
            OutageJson.Write(json, report.Explanation.Outage);
            json.WriteStartArray("withoutEffect");
            foreach (var setting in report.Explanation.WithoutEffect)
            {
                Object(json, ("setting", setting.Setting), ("value", setting.Value), ("reason", setting.Reason));
            }

            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (var note in report.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Source(Utf8JsonWriter json, ExplainReport report)
    {
        json.WritePropertyName("source");
        Object(json, ("kind", report.SourceKind), ("name", report.SourceName), ("settings", report.Settings));
        json.WriteString("answer", report.Answer);
        json.WriteString("error", report.Explanation.Case.Answer.Error);
        EdgesJson.Number(json, "value", report.Explanation.Case.ValueMilli);
        LiveJson.Write(json, report.Live);
        if (report.Recorded is not { } sync)
        {
            json.WriteNull("recorded");
            return;
        }

        json.WriteStartObject("recorded");
        json.WriteString("name", sync.Recorded.Spec.Name);
        json.WriteNumber("currentReplicas", sync.Recorded.CurrentReplicas);
        json.WriteBoolean("computed", !sync.Recorded.IsNeverComputed);
        if (sync.Recorded.IsNeverComputed)
        {
            json.WriteNull("desiredReplicas");
            json.WriteNull("computedReplicas");
        }
        else
        {
            json.WriteNumber("desiredReplicas", sync.Recorded.DesiredReplicas);
            json.WriteNumber("computedReplicas", sync.ComputedReplicas);
        }

        json.WriteBoolean("reproduced", sync.Reproduced);
        json.WriteEndObject();
    }

    private static void Forecast(Utf8JsonWriter json, ExplainReport report)
    {
        var forecast = report.Explanation.Forecast;
        json.WriteNumber("currentReplicas", forecast.CurrentReplicas);
        json.WriteNumber("replicasNow", forecast.ReplicasNow);
        json.WriteNumber("replicasAtEnd", forecast.ReplicasAtEnd);
        json.WriteBoolean("settles", forecast.Settled);
        EdgesJson.Number(json, "settlesAfterSeconds", forecast.Settled ? forecast.SettledAfterMilliseconds : null);
        json.WriteString("targets", forecast.TargetsNow);
        json.WriteString("targetsAtEnd", forecast.TargetsAtEnd);
        json.WriteStartArray("changes");
        foreach (var change in forecast.Changes)
        {
            Object(
                json, ("atSeconds", change.AtMilliseconds / 1000m), ("from", change.From), ("to", change.To),
                ("by", change.By == ScalingActor.Hpa ? "hpa" : "keda"), ("reason", change.Reason));
        }

        json.WriteEndArray();
    }

    private static void Conditions(Utf8JsonWriter json, ExplainReport report)
    {
        var conditions = report.Recorded?.Recorded.Conditions ?? report.Explanation.Forecast.Conditions.Select(condition =>
            new RecordedCondition(
                condition.Type.ToString(), condition.Status ? "True" : "False", condition.Reason.ToString(), condition.Message));
        json.WriteStartArray("conditions");
        foreach (var condition in conditions)
        {
            Object(
                json, ("type", condition.Type), ("status", condition.Status), ("reason", condition.Reason), ("message", condition.Message));
        }

        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, params ReadOnlySpan<(string Name, object Value)> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case bool truth:
                    json.WriteBooleanValue(truth);
                    break;
                case int number:
                    json.WriteNumberValue(number);
                    break;
                case decimal number:
                    json.WriteNumberValue(number);
                    break;
                default:
                    json.WriteStringValue((string)value);
                    break;
            }
        }

        json.WriteEndObject();
    }
}
