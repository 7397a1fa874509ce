namespace KedaStack.Infra.Settings.Workloads;

/// <summary>How the metrics of a workload are scraped.</summary>
public sealed record ScrapeSettings
{
    /// <summary>The name of the port: of the pods, or of the Service where there is one.</summary>
    public required string Port { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>How often.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>The Service whose endpoints are scraped, by a ServiceMonitor.</summary>
    /// <value>Null: the pods are, by a PodMonitor.</value>
    public string? Service { get; init; }

    /// <summary>The labels that select the pods, or the Service where there is one.</summary>
    public required IReadOnlyDictionary<string, string> Selector { get; init; }

    /// <summary>The labels of the monitor itself, by which a Prometheus may choose it.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }
}
