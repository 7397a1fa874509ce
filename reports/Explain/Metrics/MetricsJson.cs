using System.Text.Json;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Metrics;

namespace KedaStack.Reports.Explain.Metrics;

/// <summary>Each trigger or metric, for machines.</summary>
internal static class MetricsJson
{
    /// <summary>Writes <c>metrics</c> and <c>decides</c>.</summary>
    public static void Write(Utf8JsonWriter json, ScalingExplanation explanation)
    {
        json.WriteStartArray("metrics");
        foreach (var metric in explanation.Metrics)
        {
            json.WriteStartObject();
            Metric(json, metric);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("decides", explanation.Metrics.FirstOrDefault(metric => metric.WinsInTheEnd)?.Name);
    }

    private static void Metric(Utf8JsonWriter json, ExplainedMetric metric)
    {
        json.WriteString("name", metric.Name);
        json.WriteString("type", metric.Answer?.Trigger.Type ?? metric.Metric?.Type);
        json.WriteString("metric", metric.Metric?.Name);
        json.WriteString("answer", metric.Answer?.Shown);
        EdgesJson.Number(json, "value", metric.ValueMilli);
        json.WriteString("error", metric.Error);
        EdgesJson.Number(json, "target", metric.Metric?.Target.Milli);
        json.WriteString("targetType", metric.Metric?.TargetType.ToString());
        if (metric.IsActive is { } isActive)
        {
            json.WriteBoolean("active", isActive);
        }
        else
        {
            json.WriteNull("active");
        }

        if (metric.Proposal is { } proposal)
        {
            json.WriteNumber("proposal", proposal);
        }
        else
        {
            json.WriteNull("proposal");
        }

        json.WriteBoolean("wins", metric.Wins);
        json.WriteBoolean("winsInTheEnd", metric.WinsInTheEnd);
        Change(json, metric);
        EdgesJson.Edge(json, "more", metric.More);
        EdgesJson.Edge(json, "fewer", metric.Less);
        EdgesJson.AtRest(json, metric.AtRest);
    }

    private static void Change(Utf8JsonWriter json, ExplainedMetric metric)
    {
        if (metric.Change is not { } change)
        {
            json.WriteNull("until");
            return;
        }

        json.WriteStartObject("until");
        json.WriteString("time", change.At);
        json.WriteBoolean("opens", change.Opens);
        json.WriteNumber("replicas", change.Replicas);
        EdgesJson.Number(json, "afterSeconds", change.AfterMilliseconds);
        json.WriteEndObject();
    }
}
