using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Truth.Recordings;

/// <summary>Reads the file of a loop.</summary>
public static class LoopReader
{
    /// <summary>Reads a file <c>&lt;versions&gt;/NAME.json.gz</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="RecordingFormatException">The file is no such recording; the message names the file.</exception>
    public static RecordedLoop Read(string path)
    {
        var pair = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = File.OpenRead(path);
        using var text = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            using var document = JsonDocument.Parse(text);
            return Loop(document.RootElement, pair);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or InvalidDataException or RecordingFormatException or IndexOutOfRangeException)
        {
            throw new RecordingFormatException(
                $"{path} is no recording of a loop: {cause.Message} The README beside the recordings says what a file holds.", cause);
        }
    }

    private static RecordedLoop Loop(JsonElement root, string pair)
    {
        var versions = root.GetProperty("versions");
        return new RecordedLoop
        {
            Name = root.GetProperty("name").GetString()!,
            Pair = pair,
            Versions = new RecordedVersions(
                versions.GetProperty("kubernetes").GetString()!,
                versions.GetProperty("keda").GetString()!,
                versions.GetProperty("prometheus").GetString()!),
            ScrapeInterval = TimeSpan.FromMilliseconds(root.GetProperty("scrapeInterval").Milliseconds()),
            Load = root.List("load", Point),
            Queue = root.List("queue", Point),
            StartUp = Range(root.GetProperty("startUp")),
            Stop = Range(root.GetProperty("stop")),
            InitialReplicas = root.GetProperty("replicas").GetInt32(),
            ScaledObject = Spec(root, "scaledObject"),
            Hpa = Spec(root, "hpa"),
            CpuRequest = root.Text("cpuRequest"),
            Faults = root.List("faults", Fault),
            Actions = root.List("actions_done", done => new RecordedAction(done[0].Milliseconds(), done[1].GetString()!, done[2].GetString()!)),
            Pods = [.. root.GetProperty("pods").EnumerateObject().Select(Pod).OrderBy(pod => pod.CreatedMilliseconds)],
            Samples = root.GetProperty("samples").EnumerateObject().ToDictionary(series => series.Name, series => Samples(series.Value)),
            Queries = root.List("queries", Query),
            QueueReads = root.List("queue_reads", Length),
            QueueCounts = root.List("queue_counts", Length),
            Syncs = root.List("syncs", Sync),
            Replicas = root.List(
                "replicas_log", at => new RecordedReplicas(at[0].Milliseconds(), at[1].GetInt32(), at[2].GetInt32(), at[3].GetInt32())),
            HpaStates = root.List("hpa_log", State),
            ScaledObjectStates = root.List("scaledobject_log", State),
            Events = root.List(
                "events", at => new RecordedEvent(at[0].Milliseconds(), at[1].GetString()!, at[3].GetString()!, at[4].GetString() ?? "")),
        };
    }

    private static LoadPoint Point(JsonElement point) => new(point.GetProperty("t").Milliseconds(), point.GetProperty("v").GetDouble());

    private static QueueLength Length(JsonElement at) => new(at[0].Milliseconds(), at[1].GetDouble());

    private static DelayRange Range(JsonElement ends) => new(
        TimeSpan.FromMilliseconds(ends[0].Milliseconds()), TimeSpan.FromMilliseconds(ends[1].Milliseconds()));

    private static JsonObject? Spec(JsonElement root, string name) => root.Optional(name) is { } spec
        ? JsonNode.Parse(spec.GetRawText())!.AsObject()
        : null;

    private static RecordedFault Fault(JsonElement fault) => new()
    {
        FromMilliseconds = fault.GetProperty("from").Milliseconds(),
        ToMilliseconds = fault.GetProperty("to").Milliseconds(),
        Kind = fault.Text("mode") switch
        {
            null when fault.Integer("delayMs") is not null => FaultKind.Delay,
            null => FaultKind.Answer,
            "drop" => FaultKind.Drop,
            "metrics" => FaultKind.Scrapes,
            var mode => throw new RecordingFormatException($"A fault's mode is {mode}; it must be drop or metrics."),
        },
        Status = fault.Integer("status"),
        Body = fault.Text("body") ?? "",
        DelayMilliseconds = fault.Integer("delayMs") ?? 0,
    };

    private static RecordedPod Pod(JsonProperty pod) => new()
    {
        Name = pod.Name,
        CreatedMilliseconds = pod.Value.GetProperty("created").Milliseconds(),
        ReadyMilliseconds = pod.Value.Time("ready"),
        DeletingMilliseconds = pod.Value.Time("deleting"),
        GoneMilliseconds = pod.Value.Time("gone"),
        Served = pod.Value.Optional("served")?.GetDouble(),
    };

    private static Sample[] Samples(JsonElement series) =>
        [.. series.EnumerateArray().Select(sample => new Sample(sample[0].Milliseconds(), sample[1].GetDouble()))];

    private static RecordedQuery Query(JsonElement query) => query[1].ValueKind == JsonValueKind.Array
        ? new RecordedQuery
        {
            AtMilliseconds = query[0].Milliseconds(),
            EvaluatedAtMilliseconds = query[2].Milliseconds(),
            Values = query[1].EnumerateArray().Select(value => value.GetDouble()).ToArray(),
        }
        : new RecordedQuery { AtMilliseconds = query[0].Milliseconds(), Status = query[1].Integer("status") };

    private static RecordedSync Sync(JsonElement sync)
    {
        var proposal = sync.Optional("proposals") is { } proposals && proposals.GetArrayLength() > 0 ? proposals[0] : default(JsonElement?);
        var outcome = sync.Text("outcome") switch
        {
            "kept" => SyncOutcome.Kept,
            "rescaled" => SyncOutcome.Rescaled,
            "failed" => SyncOutcome.Failed,
            var other => throw new RecordingFormatException($"A sync's outcome is {other}; it must be kept, rescaled or failed."),
        };
        return new RecordedSync
        {
            AtMilliseconds = sync.GetProperty("t").Milliseconds(),
            CurrentReplicas = sync.Integer("current") ?? (outcome == SyncOutcome.Kept ? sync.Integer("desired") : null)
                ?? sync.GetProperty("spec").GetInt32(),
            StatusReplicas = sync.GetProperty("status").GetInt32(),
            ReadyReplicas = sync.GetProperty("ready").GetInt32(),
            Reads = sync.List("reads", ReadOf),
            CpuNanocores = sync.Optional("cpu")?.EnumerateObject().ToDictionary(pod => pod.Name, pod => pod.Value.GetInt64()),
            ProposingMetric = proposal?[0].GetString(),
            Proposal = proposal?[1].GetInt32(),
            Outcome = outcome,
            DesiredReplicas = sync.Integer("desired"),
            Reason = sync.Text("reason"),
            Error = sync.Text("error"),
        };
    }

    private static RecordedRead ReadOf(JsonElement read) => read[2].ValueKind == JsonValueKind.Array
        ? new RecordedRead(
            read[0].Milliseconds(), read[1].GetString()!, read[2].EnumerateArray().Select(value => value.GetInt64()).ToArray(), null)
        : new RecordedRead(read[0].Milliseconds(), read[1].GetString()!, null, read[2].Text("message") ?? "");

    private static RecordedObjectState State(JsonElement at)
    {
        var state = at[1];
        return new RecordedObjectState
        {
            AtMilliseconds = at[0].Milliseconds(),
            Deleted = state.Optional("deleted")?.GetBoolean() ?? false,
            Conditions = state.Optional("conditions") is { } conditions
                ? conditions.EnumerateObject().ToDictionary(condition => condition.Name, Condition)
                : new Dictionary<string, RecordedCondition>(),
            DesiredReplicas = state.Integer("desired"),
            CurrentReplicas = state.Integer("current"),
            LastScale = state.Text("lastScale") is { } last ? DateTimeOffset.Parse(last, CultureInfo.InvariantCulture) : null,
        };
    }

    private static RecordedCondition Condition(JsonProperty condition) => new(
        condition.Name, condition.Value[0].GetString()!, condition.Value[1].GetString(), condition.Value[2].GetString());
}
