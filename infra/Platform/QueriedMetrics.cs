using KedaStack.Infra.CustomResources.Monitoring;
using Pulumi;

namespace KedaStack.Infra.Platform;

/// <summary>The metrics that KEDA queries, wherever they are.</summary>
internal sealed record QueriedMetrics
{
    /// <summary>The address of the Prometheus query API.</summary>
    public required Output<string> ServerAddress { get; init; }

    /// <summary>Who reads the monitors that feed it.</summary>
    public required MonitorGroup Monitors { get; init; }

    /// <summary>How KEDA signs in.</summary>
    public required QueryAuthentication Authentication { get; init; }

    /// <summary>Parameters of every trigger that queries it, besides address and query.</summary>
    public IReadOnlyDictionary<string, Output<string>> TriggerMetadata { get; init; } = new Dictionary<string, Output<string>>();

    /// <summary>The resource whose series alone answer a query for a namespace, by its id.</summary>
    /// <value>Null: all of the metrics do.</value>
    public Func<Input<string>, Output<string>>? Scope { get; init; }

    /// <summary>What has to be there before a query can succeed.</summary>
    public IReadOnlyList<Resource> Ready { get; init; } = [];
}
