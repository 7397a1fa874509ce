using KedaStack.Resources.Graph;
using KedaStack.Resources.Queries;

namespace KedaStack.Resources.Views;

/// <summary>A selector of a trigger's query, beside the pods that the trigger scales.</summary>
internal sealed record TriggerSelector
{
    private static readonly string[] _pins = ["namespace", "job", "service", "endpoint"];

    /// <summary>The trigger.</summary>
    public required PrometheusTrigger Trigger { get; init; }

    /// <summary>The selector.</summary>
    public required MetricSelector Selector { get; init; }

    /// <summary>The pods that the trigger scales.</summary>
    public required PodGroup Pods { get; init; }

    /// <summary>What those pods expose.</summary>
    public required ExposedMetrics Metrics { get; init; }

    /// <summary>How they are scraped.</summary>
    public required IReadOnlyList<ScrapeTarget> Targets { get; init; }

    /// <summary>The ScaledObject.</summary>
    public GraphResource ScaledObject => Trigger.ScaledObject;

    /// <summary>Whether the selector's metric is one of the scaled pods' own.</summary>
    public bool IsOwnMetric => Metrics.Contains(Selector.Metric);

    /// <summary>Whether the labels of the selector name the scaled pods.</summary>
    public bool NamesPods => _pins.Any(label => Selector.Pin(label) is not null) && Targets.Any(target => Selector.MaySelect(target.Labels));

    /// <summary>The path of the query.</summary>
    public string Path => Trigger.MetadataPath("query");

    /// <summary>The selectors of all triggers that scale pods of the stack; none of a query that cannot be read.</summary>
    public static IEnumerable<TriggerSelector> All(StackView stack)
    {
        var byOwner = stack.ScrapeTargets.ToLookup(target => target.Pods.Owner.Urn);
        return from trigger in stack.PrometheusTriggers
               let pods = stack.TargetOf(trigger.ScaledObject)
               where pods is not null
               let metrics = ExposedMetrics.Of(pods, stack)
               let targets = byOwner[pods.Owner.Urn].ToList()
               from selector in trigger.Query is { Problem: null } query ? query.Selectors : []
               select new TriggerSelector { Trigger = trigger, Selector = selector, Pods = pods, Metrics = metrics, Targets = targets };
    }
}
