using System.Text.Json.Nodes;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Truth.Recordings;

/// <summary>
/// One scenario of the closed loop on a real control plane. Times are milliseconds from the begin of the load's script;
/// the objects were made before.
/// </summary>
public sealed record RecordedLoop
{
    /// <summary>The scenario's name, which is the namespace's, too.</summary>
    public required string Name { get; init; }

    /// <summary>The folder of the versions: <c>k1.37-keda2.21</c>.</summary>
    public required string Pair { get; init; }

    /// <summary>The versions.</summary>
    public required RecordedVersions Versions { get; init; }

    /// <summary>How often each target was scraped.</summary>
    public required TimeSpan ScrapeInterval { get; init; }

    /// <summary>The offered load, in the order of time; before the first point it is that of the first.</summary>
    public required IReadOnlyList<LoadPoint> Load { get; init; }

    /// <summary>From which a pod's time to Ready was drawn.</summary>
    public required DelayRange StartUp { get; init; }

    /// <summary>From which a pod's time from its deletion to gone was drawn.</summary>
    public required DelayRange Stop { get; init; }

    /// <summary>The Deployment's replicas at first.</summary>
    public required int InitialReplicas { get; init; }

    /// <summary>The ScaledObject's spec; null for an HPA without one.</summary>
    public JsonObject? ScaledObject { get; init; }

    /// <summary>The HPA's spec; null where KEDA makes it.</summary>
    public JsonObject? Hpa { get; init; }

    /// <summary>What each pod requests of cpu, as a quantity; null where the recording says nothing.</summary>
    public string? CpuRequest { get; init; }

    /// <summary>What went wrong.</summary>
    public required IReadOnlyList<RecordedFault> Faults { get; init; }

    /// <summary>The hands on it, at the times when they were done.</summary>
    public required IReadOnlyList<RecordedAction> Actions { get; init; }

    /// <summary>The pods in the order of their creation.</summary>
    public required IReadOnlyList<RecordedPod> Pods { get; init; }

    /// <summary>The samples that Prometheus stored, by pod or <see cref="Ingress"/>; without staleness markers.</summary>
    public required IReadOnlyDictionary<string, Sample[]> Samples { get; init; }

    /// <summary>The script of a queue's length, as that of the load.</summary>
    public IReadOnlyList<LoadPoint> Queue { get; init; } = [];

    /// <summary>The lengths of a queue that KEDA was told, of its polling loop and for the HPA alike; empty where it was told none, or that was not recorded.</summary>
    public IReadOnlyList<QueueLength> QueueReads { get; init; } = [];

    /// <summary>The lengths of a queue as its server counted them, whoever asked.</summary>
    public IReadOnlyList<QueueLength> QueueCounts { get; init; } = [];

    /// <summary>KEDA's queries.</summary>
    public required IReadOnlyList<RecordedQuery> Queries { get; init; }

    /// <summary>The HPA's syncs.</summary>
    public required IReadOnlyList<RecordedSync> Syncs { get; init; }

    /// <summary>The Deployment's counts at each change.</summary>
    public required IReadOnlyList<RecordedReplicas> Replicas { get; init; }

    /// <summary>The HPA's state at each change.</summary>
    public required IReadOnlyList<RecordedObjectState> HpaStates { get; init; }

    /// <summary>The ScaledObject's state at each change.</summary>
    public required IReadOnlyList<RecordedObjectState> ScaledObjectStates { get; init; }

    /// <summary>The events.</summary>
    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>The name of the samples that count all offered requests.</summary>
    public const string Ingress = "ingress";

    /// <summary>The loop's full name, for messages: <c>k1.37-keda2.21/zero-1</c>.</summary>
    public string FullName => $"{Pair}/{Name}";
}

/// <summary>The length of a queue at a time.</summary>
/// <param name="AtMilliseconds">The time.</param>
/// <param name="Messages">The messages, those in flight included.</param>
public readonly record struct QueueLength(long AtMilliseconds, double Messages);

/// <summary>A point of the offered load, which is linear between two points; two points at one time are a step.</summary>
/// <param name="AtMilliseconds">The time.</param>
/// <param name="RequestsPerSecond">The load; of a queue its length.</param>
public readonly record struct LoadPoint(long AtMilliseconds, double RequestsPerSecond);

/// <summary>The Deployment's counts from a time on.</summary>
/// <param name="AtMilliseconds">The time.</param>
/// <param name="Spec">The desired count.</param>
/// <param name="Status">The pods that were created and not terminating.</param>
/// <param name="Ready">The ready ones.</param>
public readonly record struct RecordedReplicas(long AtMilliseconds, int Spec, int Status, int Ready);

/// <summary>A hand on the loop.</summary>
/// <param name="AtMilliseconds">When it was done.</param>
/// <param name="Kind">What was done: <c>scale</c>, <c>annotate</c>, <c>patchSO</c> or <c>killPods</c>.</param>
/// <param name="Argument">With what.</param>
public sealed record RecordedAction(long AtMilliseconds, string Kind, string Argument);

/// <summary>An event.</summary>
/// <param name="AtMilliseconds">When it was seen.</param>
/// <param name="Kind">The kind of the object.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Message">The message.</param>
public sealed record RecordedEvent(long AtMilliseconds, string Kind, string Reason, string Message);
