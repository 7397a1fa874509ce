using System.Text.Json.Nodes;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Simulate;

/// <summary>A simulation for machines. The names of the fields stay; what does not apply is null.</summary>
internal static class SimulationJson
{
    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(SimulationReport report) => MachineJson.Write(new JsonObject
    {
        ["stack"] = report.Stack,
        ["traffic"] = new JsonObject
        {
            ["source"] = report.Traffic.Source,
            ["durationSeconds"] = report.Traffic.Duration.TotalSeconds,
            ["seed"] = report.Traffic.Seed,
            ["recordedFrom"] = report.Traffic.RecordedFrom is { } from ? Shown.Date(from) : null,
        },
        ["notes"] = new JsonArray([.. report.Notes.Select(note => (JsonNode?)note)]),
        ["runs"] = new JsonArray([.. report.Runs.Select(Run)]),
    });

    private static JsonObject Run(SimulatedRun run)
    {
        var kpis = new JsonObject();
        foreach (var kpi in Kpi.All)
        {
            kpis[kpi.Key] = kpi.Exact(run.Result.Kpis);
        }

        var settings = new JsonObject();
        foreach (var (key, value) in ScalingValues.Of(run.Scenario.Settings))
        {
            settings[key] = value;
        }

        return new JsonObject
        {
            ["name"] = run.Name,
            ["settings"] = settings,
            ["kpis"] = kpis,
            ["decisions"] = new JsonArray([.. run.Result.Decisions.Select(decision => Decision(decision))]),
            ["droppedDecisions"] = run.Result.DroppedDecisions,
            ["points"] = new JsonArray([.. run.Result.Points.Select(point => Point(point))]),
            ["syncsPerPoint"] = run.Result.SyncsPerPoint,
        };
    }

    /// <summary>A change of the desired replicas.</summary>
    public static JsonObject Decision(in ScalingDecision decision) => new()
    {
        ["atSeconds"] = decision.AtMilliseconds / 1000m,
        ["from"] = decision.From,
        ["to"] = decision.To,
        ["rule"] = MachineName.Of(decision.Rule),
        ["metric"] = decision.MetricMilli / 1000m,
        ["proposal"] = decision.Result?.Proposal,
        ["stabilized"] = decision.Result?.Stabilized,
        ["reason"] = DecisionText.Explain(decision),
    };

    private static JsonObject Point(in TimelinePoint point) => new()
    {
        ["atSeconds"] = point.AtMilliseconds / 1000m,
        ["load"] = point.OfferedMilli / 1000m,
        ["metric"] = point.MetricMilli / 1000m,
        ["perReplica"] = point.PerReplicaMilli / 1000m,
        ["desired"] = point.SpecReplicas,
        ["created"] = point.StatusReplicas,
        ["ready"] = point.ReadyPods,
        ["queued"] = point.QueuedMicro / 1_000_000m,
        ["limit"] = MachineName.Of(point.Limit),
        ["metricFailed"] = point.MetricFailed,
    };
}
