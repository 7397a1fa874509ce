namespace KedaStack.Local.Watching;

/// <summary>A point of the chart. Rates are in thousandths of a request per second.</summary>
/// <param name="Time">The stack's time.</param>
/// <param name="OfferedMilli">The load that is offered.</param>
/// <param name="ServedMilli">The load that is served.</param>
/// <param name="MetricMilli">The value of the query at the last sync; null without one.</param>
/// <param name="SpecReplicas">The desired replicas.</param>
/// <param name="CreatedReplicas">The replicas that exist and do not terminate.</param>
/// <param name="ReadyReplicas">The replicas that get load.</param>
/// <param name="PerReplicaMilli">The value per replica at the last sync, as the HPA shows it; null without one.</param>
public sealed record LocalPoint(
    TimeSpan Time,
    long OfferedMilli,
    long ServedMilli,
    long? MetricMilli,
    int SpecReplicas,
    int CreatedReplicas,
    int ReadyReplicas,
    long? PerReplicaMilli = null);
