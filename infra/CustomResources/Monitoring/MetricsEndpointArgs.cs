using Pulumi;

namespace KedaStack.Infra.CustomResources.Monitoring;

/// <summary>A port that is scraped.</summary>
public sealed class MetricsEndpointArgs : ResourceArgs
{
    [Input("metricRelabelings")]
    private InputList<RelabelingArgs>? _metricRelabelings;

    /// <summary>What is done with the scraped series, one after the other.</summary>
    public InputList<RelabelingArgs> MetricRelabelings
    {
        get => _metricRelabelings ??= [];
        set => _metricRelabelings = value;
    }

    /// <summary>Whether labels that the target exposes win over those that scraping adds; false unless said otherwise.</summary>
    [Input("honorLabels")]
    public Input<bool>? HonorLabels { get; set; }

    /// <summary>The name of the port; not its number.</summary>
    [Input("port", required: true)]
    public Input<string> Port { get; set; } = null!;

    /// <summary>The path.</summary>
    [Input("path")]
    public Input<string>? Path { get; set; }

    /// <summary>How often, as a Prometheus duration; 30s unless said otherwise.</summary>
    [Input("interval")]
    public Input<string>? Interval { get; set; }

    /// <summary>How long a scrape may take, as a Prometheus duration; not above the interval.</summary>
    [Input("scrapeTimeout")]
    public Input<string>? ScrapeTimeout { get; set; }
}
