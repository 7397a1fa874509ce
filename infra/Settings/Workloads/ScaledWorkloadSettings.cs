using KedaStack.Scaling;

namespace KedaStack.Infra.Settings.Workloads;

/// <summary>An app that is there already, and how it scales.</summary>
public sealed record ScaledWorkloadSettings
{
    /// <summary>Its name in the stack, and that of its ScaledObject: at most 54 characters, so that the HPA's name fits in 63.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace, which is there already.</summary>
    public required string Namespace { get; init; }

    /// <summary>What is scaled.</summary>
    public required ScaleTarget Target { get; init; }

    /// <summary>How it scales; the threshold and what goes with it are those of a <see cref="QueryTrigger"/>.</summary>
    public required ScalingSettings Scaling { get; init; }

    /// <summary>What it scales on; at least one.</summary>
    public required IReadOnlyList<WorkloadTrigger> Triggers { get; init; }

    /// <summary>Whether one of its triggers asks the platform's metrics, as the platform's identity.</summary>
    public bool AsksPlatform => Triggers.Any(trigger => trigger is QueryTrigger or WrittenTrigger { AsksPlatform: true, Authentication: null });

    /// <summary>How its metrics are scraped.</summary>
    /// <value>Null: they are scraped already.</value>
    public ScrapeSettings? Scrape { get; init; }

    /// <summary>The HPA in its namespace that KEDA takes over.</summary>
    /// <value>Null: there is none.</value>
    public string? ReplaceHpa { get; init; }
}
