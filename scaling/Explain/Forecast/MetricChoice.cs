using KedaStack.Scaling.Hpa.Proposals;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>What the metrics proposed at one sync, and which of them the HPA took.</summary>
/// <param name="Replicas">The replicas before it.</param>
/// <param name="Proposals">The proposals, in the order of the HPA's metrics.</param>
/// <param name="Winner">The place of the highest; null when failed metrics forbade to act.</param>
public sealed record MetricChoice(int Replicas, IReadOnlyList<MetricProposal> Proposals, int? Winner);
