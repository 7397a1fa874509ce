using KedaStack.Doctor.Links;

namespace KedaStack.Doctor;

/// <summary>The links, in the order in which the data flows.</summary>
internal static class LinkList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Link> All { get; } =
    [
        new AppLink(), new ScrapeLink(), new PrometheusLink(), new IdentityLink(), new QueryLink(), new OperatorLink(),
        new ScaledObjectLink(), new AdmissionLink(), new MetricsApiLink(), new HpaLink(), new ReplicasLink(), new PodsLink(),
    ];
}
