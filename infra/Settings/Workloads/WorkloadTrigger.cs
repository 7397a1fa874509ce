namespace KedaStack.Infra.Settings.Workloads;

/// <summary>What a workload scales on: a query of the platform's metrics, or a trigger as KEDA writes it.</summary>
public abstract record WorkloadTrigger;

/// <summary>A query of the platform's metrics; the rest of its trigger follows from how the workload scales.</summary>
/// <param name="Query">The PromQL.</param>
public sealed record QueryTrigger(string Query) : WorkloadTrigger;

/// <summary>A trigger as KEDA writes it, of whatever type.</summary>
public sealed record WrittenTrigger : WorkloadTrigger
{
    /// <summary>Its type, such as kafka.</summary>
    public required string Type { get; init; }

    /// <summary>Its name; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Its parameters, all texts.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>AverageValue, Value or Utilization; null for KEDA's default.</summary>
    public string? MetricType { get; init; }

    /// <summary>Whether KEDA answers the HPA from what it polled; null for its default.</summary>
    public bool? UseCachedMetrics { get; init; }

    /// <summary>The name of its TriggerAuthentication; null for none.</summary>
    public string? Authentication { get; init; }

    /// <summary>The kind of its authentication; null for TriggerAuthentication.</summary>
    public string? AuthenticationKind { get; init; }

    /// <summary>Whether it asks Prometheus and says nothing about where: then it asks that of the platform.</summary>
    public bool AsksPlatform => Type == "prometheus" && !Metadata.ContainsKey("serverAddress");
}
