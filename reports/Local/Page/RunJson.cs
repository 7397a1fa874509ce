using System.Text.Json.Nodes;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Reports.Writing;
using KedaStack.Scaling.Simulation;

namespace KedaStack.Reports.Local.Page;

/// <summary>A run as the page reads it: times in milliseconds of the stack's time, rates in thousandths of a request per second.</summary>
internal static class RunJson
{
    /// <summary>What was asked for, with the prediction.</summary>
    public static JsonObject Plan(LocalRunPlan plan)
    {
        var band = ScalingTarget.Band(plan);
        return new JsonObject
        {
            ["traffic"] = plan.TrafficName,
            ["generatorRate"] = plan.GeneratorRate,
            ["durationMs"] = Milliseconds(plan.Duration),
            ["speed"] = plan.Speed,
            ["speedText"] = plan.SpeedText,
            ["query"] = plan.Query,
            ["minReplicas"] = plan.Settings.MinReplicaCount,
            ["maxReplicas"] = plan.Settings.MaxReplicaCount,
            ["targetMilli"] = ScalingTarget.Milli(plan.Settings),
            ["lowestMilli"] = band?.LowestMilli,
            ["highestMilli"] = band?.HighestMilli,
            ["prediction"] = plan.Prediction is null ? null : Prediction(plan.Prediction),
        };
    }

    /// <summary>The simulator's points, each as an array: time, offered, query value, desired, created, ready, value per replica.</summary>
    public static JsonArray Prediction(SimulationResult prediction) => new([.. prediction.Points.Select(point => new JsonArray(
        point.AtMilliseconds, point.OfferedMilli, point.MetricMilli, point.SpecReplicas, point.StatusReplicas, point.ReadyPods,
        point.PerReplicaMilli))]);

    /// <summary>A point as an array: time, offered, served, query value, desired, created, ready, value per replica.</summary>
    public static JsonArray Point(LocalPoint point) => new(
        Milliseconds(point.Time), point.OfferedMilli, point.ServedMilli, point.MetricMilli, point.SpecReplicas, point.CreatedReplicas,
        point.ReadyReplicas, point.PerReplicaMilli);

    /// <summary>A run at one time.</summary>
    public static JsonObject Snapshot(LocalSnapshot snapshot) => new()
    {
        ["phase"] = MachineName.Of(snapshot.Phase),
        ["timeMs"] = Milliseconds(snapshot.Time),
        ["offeredMilli"] = snapshot.OfferedMilli,
        ["servedMilli"] = snapshot.ServedMilli,
        ["loadGenerators"] = snapshot.LoadGenerators,
        ["addedGenerators"] = snapshot.AddedGenerators,
        ["desired"] = snapshot.SpecReplicas,
        ["created"] = snapshot.CreatedReplicas,
        ["ready"] = snapshot.ReadyReplicas,
        ["sync"] = snapshot.LastSync is null ? null : Sync(snapshot.LastSync),
        ["pods"] = new JsonArray([.. snapshot.Pods.Select(Pod)]),
        ["metrics"] = new JsonObject
        {
            ["text"] = snapshot.Metrics.Text,
            ["isAnswering"] = snapshot.Metrics.IsAnswering,
            ["address"] = snapshot.Metrics.Address?.ToString(),
        },
    };

    /// <summary>A change of the desired replicas.</summary>
    public static JsonObject Decision(LocalDecision decision) => new()
    {
        ["timeMs"] = Milliseconds(decision.Time),
        ["from"] = decision.Decision.From,
        ["to"] = decision.Decision.To,
        ["rule"] = MachineName.Of(decision.Decision.Rule),
        ["metricMilli"] = decision.Decision.MetricMilli,
        ["reason"] = decision.Reason,
    };

    /// <summary>Something that happened.</summary>
    public static JsonObject Event(LocalEvent happened) => new()
    {
        ["timeMs"] = Milliseconds(happened.Time),
        ["isWarning"] = happened.IsWarning,
        ["subject"] = happened.Subject,
        ["reason"] = happened.Reason,
        ["message"] = happened.Message,
    };

    /// <summary>What came of a run: rows of name, run and prediction, and sentences.</summary>
    public static JsonObject Result(LocalRunResult result)
    {
        var summary = RunSummary.Of(result);
        return new JsonObject
        {
            ["end"] = MachineName.Of(result.End),
            ["rows"] = new JsonArray([.. summary.Figures.Select(row => new JsonArray(row.Name, row.Run, row.Predicted))]),
            ["sentences"] = new JsonArray([.. summary.Differences.Concat(summary.Requests).Select(sentence => JsonValue.Create(sentence))]),
            ["prediction"] = Prediction(result.Comparison.Prediction),
        };
    }

    private static JsonObject Sync(LocalSync sync) => new()
    {
        ["timeMs"] = Milliseconds(sync.Time),
        ["metricMilli"] = sync.MetricMilli,
        ["perReplicaMilli"] = sync.PerReplicaMilli,
        ["error"] = sync.MetricError,
        ["isFallback"] = sync.IsFallback,
        ["reason"] = sync.Reason,
        ["rules"] = new JsonArray([.. sync.Rules.Select(rule => new JsonObject
        {
            ["rule"] = rule.Rule,
            ["input"] = rule.Input,
            ["formula"] = rule.Formula,
            ["output"] = rule.Output,
            ["changed"] = rule.Changed,
        })]),
    };

    private static JsonObject Pod(LocalPod pod) => new()
    {
        ["name"] = pod.Name,
        ["state"] = MachineName.Of(pod.State),
        ["createdMs"] = Milliseconds(pod.Created),
        ["restarts"] = pod.Restarts,
        ["port"] = pod.Port,
        ["connections"] = pod.Connections,
        ["problem"] = pod.Problem,
    };

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static long? Milliseconds(TimeSpan? time) => time is { } known ? Milliseconds(known) : null;
}
