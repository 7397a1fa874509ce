namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>Where the published types are behind Azure.</summary>
internal static class KnownGaps
{
    /// <summary>The kind of resource, what the type says against it (its beginning), and why that is no mistake.</summary>
    public static IReadOnlyList<(string Kind, string Violation, string Why)> All { get; } =
    [
        ("DataCollectionRule", "properties.dataFlows[0].streams[0]: Microsoft-PrometheusMetrics is none of ",
            "the stream of managed Prometheus; the same type lists it for the data source, but not for the flow"),
    ];

    /// <summary>The gap that a violation comes from.</summary>
    public static (string Kind, string Violation, string Why)? Find(AzureResource resource, string violation)
    {
        foreach (var gap in All)
        {
            if (resource.Label.StartsWith($"{gap.Kind} ", StringComparison.Ordinal) && violation.StartsWith(gap.Violation, StringComparison.Ordinal))
            {
                return gap;
            }
        }

        return null;
    }
}
