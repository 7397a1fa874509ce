using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster;

/// <summary>An event, of events.k8s.io or of the core API.</summary>
/// <param name="Reason">Its reason.</param>
/// <param name="Kind">The kind of what it is about.</param>
/// <param name="Name">The name of what it is about.</param>
/// <param name="Note">Its text.</param>
/// <param name="First">When it was first seen.</param>
/// <param name="Last">When it was last seen.</param>
/// <param name="Count">How often.</param>
/// <param name="IsWarning">Whether it is a warning.</param>
internal sealed record ClusterEvent(string Reason, string Kind, string Name, string Note, DateTimeOffset First, DateTimeOffset Last, int Count, bool IsWarning)
{
    /// <summary>The events of a namespace, newest first.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="ns">The namespace.</param>
    public static IReadOnlyList<ClusterEvent> Read(AnswerSet answers, string ns)
    {
        var items = answers.Items(ApiPath.Events(ns)) is { Count: > 0 } events ? events : answers.Items(ApiPath.Core(ns, "events"));
        return [.. items.Select(Of).OrderByDescending(one => one.Last)];
    }

    private static ClusterEvent Of(JsonObject json)
    {
        // KEDA writes eventTime and series only, the old writers the deprecated fields only.
        var about = json.Text("regarding.kind") is not null ? "regarding" : "involvedObject";
        var first = Time(json, "deprecatedFirstTimestamp") ?? Time(json, "firstTimestamp") ?? Time(json, "eventTime") ?? Time(json, "metadata.creationTimestamp") ?? default;
        return new ClusterEvent(
            json.Text("reason") ?? "", json.Text($"{about}.kind") ?? "", json.Text($"{about}.name") ?? "", json.Text("note") ?? json.Text("message") ?? "",
            first,
            Time(json, "series.lastObservedTime") ?? Time(json, "deprecatedLastTimestamp") ?? Time(json, "lastTimestamp") ?? Time(json, "eventTime") ?? first,
            (int)(json.Number("series.count") ?? json.Number("deprecatedCount") ?? json.Number("count") ?? 1),
            json.Text("type") == "Warning");
    }

    /// <summary>A time of an object; null for none.</summary>
    public static DateTimeOffset? Time(JsonNode? json, string path) =>
        json.Text(path) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
