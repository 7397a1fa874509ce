using KedaStack.Reports.Explain.Metrics;
using KedaStack.Reports.Writing;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Edges;
using static KedaStack.Resources.Writing.ShownNumber;

namespace KedaStack.Reports.Explain;

/// <summary>What would change the answer, for people.</summary>
internal static class EdgesText
{
    /// <summary>Writes it; nothing where there is no value.</summary>
    public static void Write(TextPage page, ExplainReport report)
    {
        var (explanation, unit) = (report.Explanation, report.Unit);
        if (MetricWords.IsOfSeveral(explanation))
        {
            MetricsText.WriteEdges(page, explanation);
            return;
        }

        if (explanation.AtRest is not { } rest)
        {
            return;
        }

        if (explanation.HasEdges && rest.Replicas != explanation.Forecast.CurrentReplicas)
        {
            page.Heading($"What would change it, from {Replicas(explanation.Forecast.CurrentReplicas)}");
            page.Table([More(explanation, explanation.More, unit), Fewer(explanation, explanation.Less, unit)]);
        }

        page.Heading($"What would change it, at {Replicas(rest.Replicas)}");
        string[][] band = rest.Tolerance is { } tolerance
            ? [["tolerance", $"{Milli(tolerance.LowestMilli)} to {Milli(tolerance.HighestMilli)}{unit}: no change is proposed", ""]]
            : [];
        page.Table([.. band, More(explanation, rest.More, unit), Fewer(explanation, rest.Less, unit)]);
    }

    private static string[] More(ScalingExplanation explanation, ValueEdge? edge, string unit)
    {
        var max = explanation.Case.Hpa!.MaxReplicas;
        var why = explanation.Forecast.ReplicasAtEnd == max ? $"no value: {Count(max)} is the maximum" : "no value does that";
        return edge is { } found ? ["more", $"from {Edge(found, unit)}", After(found)] : ["more", why, ""];
    }

    private static string[] Fewer(ScalingExplanation explanation, ValueEdge? edge, string unit)
    {
        var min = explanation.Case.ScaledObject?.MinReplicaCount ?? explanation.Case.Hpa!.MinReplicas;
        var why = explanation.Forecast.ReplicasAtEnd == min ? $"no value: {Count(min)} is the minimum" : "no value does that";
        return edge is { } found ? ["fewer", $"up to {Edge(found, unit)}", After(found)] : ["fewer", why, ""];
    }

    private static string Edge(ValueEdge edge, string unit) => $"{Milli(edge.ValueMilli)}{unit}: {Replicas(edge.Replicas)}";

    private static string After(ValueEdge edge) =>
        edge.AfterMilliseconds == 0 ? "at the next sync" : $"after {Seconds(edge.AfterMilliseconds)}";
}
