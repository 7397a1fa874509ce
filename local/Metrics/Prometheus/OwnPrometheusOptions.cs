using KedaStack.Local.Pods;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>How a Prometheus server is started.</summary>
internal sealed record OwnPrometheusOptions
{
    /// <summary>The path of the program.</summary>
    public required string Program { get; init; }

    /// <summary>The query.</summary>
    public required MetricsQuery Query { get; init; }

    /// <summary>The replicas.</summary>
    public required PodTemplate Template { get; init; }

    /// <summary>The most replicas that there can be.</summary>
    public required int MostReplicas { get; init; }

    /// <summary>Gives the port to listen on.</summary>
    /// <value>Null: any free one.</value>
    public Func<int>? Port { get; init; }

    /// <summary>The directory of its data.</summary>
    /// <value>Null: one in the directory of the run.</value>
    public string? DataDirectory { get; init; }
}
