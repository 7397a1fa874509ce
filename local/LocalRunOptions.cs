using KedaStack.Local.Comparison;
using KedaStack.Local.Load;
using KedaStack.Local.Pods;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Local;

/// <summary>What a run needs besides its plan.</summary>
public sealed record LocalRunOptions
{
    /// <summary>What was asked for.</summary>
    public required LocalRunPlan Plan { get; init; }

    /// <summary>The replicas, as deployed.</summary>
    public required PodTemplate App { get; init; }

    /// <summary>The load generators, as deployed.</summary>
    public required GeneratorTemplate Generator { get; init; }

    /// <summary>The query, as deployed.</summary>
    public required RequestRateQuery Query { get; init; }

    /// <summary>A Prometheus that is already running.</summary>
    /// <value>Null: one that the run starts, when there is one on <see cref="SearchPath"/>, else the built-in scraper.</value>
    public PrometheusAddress? Prometheus { get; init; }

    /// <summary>Whether the built-in scraper is used even where there is a Prometheus.</summary>
    /// <value>The default is false.</value>
    public bool UseBuiltInScraper { get; init; }

    /// <summary>Whether the terminal shows a screen of the run, which is given back should this process be killed.</summary>
    /// <value>The default is false.</value>
    public bool HasScreen { get; init; }

    /// <summary>Where programs are looked for, as in PATH.</summary>
    public required string SearchPath { get; init; }
}
