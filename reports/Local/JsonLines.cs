using System.Text.Json.Nodes;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Reports.Simulate;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Local;

/// <summary>A run as lines of JSON on standard output: each has a <c>line</c> that says what it is. Times are seconds of the
/// stack's time, rates requests per second.</summary>
/// <param name="output">Gets the lines.</param>
internal sealed class JsonLines(TextWriter output) : IRunLines
{
    private const decimal Milli = 1000;

    /// <inheritdoc/>
    public void Plan(LocalRunPlan plan) => Write(new JsonObject
    {
        ["line"] = "plan",
        ["traffic"] = plan.TrafficName,
        ["durationSeconds"] = plan.Duration?.TotalSeconds,
        ["speed"] = plan.Speed,
        ["seed"] = plan.Seed,
        ["query"] = plan.Query,
        ["initialReplicas"] = plan.InitialReplicas,
    });

    /// <inheritdoc/>
    public void Event(LocalEvent happened) => Write(new JsonObject
    {
        ["line"] = "event",
        ["atSeconds"] = Seconds(happened.Time),
        ["type"] = happened.IsWarning ? "Warning" : "Normal",
        ["subject"] = happened.Subject,
        ["reason"] = happened.Reason,
        ["message"] = happened.Message,
    });

    /// <inheritdoc/>
    public void Sync(LocalSync sync, LocalSnapshot snapshot) => Write(new JsonObject
    {
        ["line"] = "sync",
        ["atSeconds"] = Seconds(sync.Time),
        ["offered"] = snapshot.OfferedMilli / Milli,
        ["served"] = snapshot.ServedMilli / Milli,
        ["metric"] = sync.MetricMilli / Milli,
        ["perReplica"] = sync.PerReplicaMilli / Milli,
        ["metricError"] = sync.MetricError,
        ["isFallback"] = sync.IsFallback,
        ["desired"] = sync.Result.DesiredReplicas,
        ["created"] = snapshot.CreatedReplicas,
        ["ready"] = snapshot.ReadyReplicas,
        ["reason"] = sync.Reason,
    });

    /// <inheritdoc/>
    public void Decision(LocalDecision decision)
    {
        var line = SimulationJson.Decision(decision.Decision);
        line.Insert(0, "line", "decision");
        Write(line);
    }

    /// <inheritdoc/>
    public void Result(LocalRunResult result) => Write(new JsonObject
    {
        ["line"] = "result",
        ["durationSeconds"] = Seconds(result.Duration),
        ["stoodStillSeconds"] = Seconds(result.StoodStill),
        ["end"] = MachineName.Of(result.End),
        ["metrics"] = MachineName.Of(result.Metrics.Kind),
        ["requests"] = Json(result.Requests),
        ["comparison"] = Json(result.Comparison),
    });

    private static JsonObject Json(RequestAccount requests) => new()
    {
        ["sent"] = requests.Sent,
        ["answered"] = requests.Answered,
        ["served"] = requests.Served,
        ["scraped"] = requests.Scraped,
        ["unscraped"] = requests.Unscraped,
        ["dropped"] = requests.Dropped,
        ["failed"] = new JsonObject(requests.Failed
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value))),
        ["silentReplicas"] = requests.SilentReplicas,
        ["silentGenerators"] = requests.SilentGenerators,
        ["probes"] = requests.Probes,
        ["noneLost"] = requests.NoneLost,
        ["allScraped"] = requests.AllScraped,
    };

    private static JsonObject Json(SimulationComparison comparison) => new()
    {
        ["largestReplicaDifference"] = comparison.LargestReplicaDifference,
        ["largestReplicaDifferenceAtSeconds"] = comparison.LargestReplicaDifferenceAt?.TotalSeconds,
        ["longestApartSeconds"] = comparison.LongestApart.TotalSeconds,
        ["largestMetricDifference"] = comparison.LargestMetricDifferenceMilli / Milli,
        ["largestMetricDifferenceAtSeconds"] = comparison.LargestMetricDifferenceAt?.TotalSeconds,
        ["agrees"] = comparison.Agrees,
        ["predicted"] = new JsonArray([.. comparison.Prediction.Decisions.Select(decision => (JsonNode)SimulationJson.Decision(decision))]),
    };

    private static decimal Seconds(TimeSpan time) => (long)time.TotalMilliseconds / Milli;

    private void Write(JsonObject line) => output.Write(MachineJson.WriteLine(line));
}
