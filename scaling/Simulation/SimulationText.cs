using System.Globalization;
using System.Text;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;

namespace KedaStack.Scaling.Simulation;

/// <summary>A run as plain text, the same in every culture: for comparing two runs byte by byte.</summary>
public static class SimulationText
{
    private static readonly CultureInfo _culture = CultureInfo.InvariantCulture;

    /// <summary>The text; lines end with LF.</summary>
    /// <param name="result">The run.</param>
    public static string Format(SimulationResult result)
    {
        var text = new StringBuilder();
        foreach (var decision in result.Decisions)
        {
            text.Append(_culture, $"{decision.AtMilliseconds} ms: {decision.From} -> {decision.To} {decision.Rule}, "
                + $"metric {Quantity(decision.MetricMilli)}: {DecisionText.Explain(decision)}").Append('\n');
        }

        text.Append(_culture, $"{result.DroppedDecisions} decisions dropped").Append('\n');
        foreach (var point in result.Points)
        {
            text.Append(_culture, $"{point.AtMilliseconds} ms: load {Quantity(point.OfferedMilli)}, metric {Quantity(point.MetricMilli)}, "
                + $"per replica {Quantity(point.PerReplicaMilli)}, desired {point.SpecReplicas}, created {point.StatusReplicas}, "
                + $"ready {point.ReadyPods}, queued {point.QueuedMicro} u, {point.Limit}{(point.MetricFailed ? ", failed" : "")}").Append('\n');
        }

        text.Append(_culture, $"{result.SyncsPerPoint} syncs per point").Append('\n');
        foreach (var property in typeof(SimulationKpis).GetProperties())
        {
            text.Append(_culture, $"{property.Name}: {property.GetValue(result.Kpis)}").Append('\n');
        }

        text.Append(_culture, $"{result.Statistics.Events} events, {result.Statistics.Scrapes} scrapes").Append('\n');
        return text.ToString();
    }

    private static string Quantity(long? milli) => milli is { } known ? new MilliQuantity(known).ToString() : "<unknown>";
}
