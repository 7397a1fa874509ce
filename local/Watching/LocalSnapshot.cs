namespace KedaStack.Local.Watching;

/// <summary>A run at one time. Rates are in thousandths of a request per second on the clock, whatever the speed.</summary>
public sealed record LocalSnapshot
{
    /// <summary>The place of the snapshot, ascending.</summary>
    public required long Number { get; init; }

    /// <summary>How far the run is.</summary>
    public required LocalPhase Phase { get; init; }

    /// <summary>The stack's time since the load began.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The load that is offered: the rates of the running load generators.</summary>
    public required long OfferedMilli { get; init; }

    /// <summary>The load that is served: the connections that ended well in the last two seconds on the clock.</summary>
    public required long ServedMilli { get; init; }

    /// <summary>The running load generators.</summary>
    public required int LoadGenerators { get; init; }

    /// <summary>The load generators that commands added (or took away, below 0).</summary>
    public required int AddedGenerators { get; init; }

    /// <summary>The last sync of the HPA; null before the first.</summary>
    public LocalSync? LastSync { get; init; }

    /// <summary>The last change of the desired replicas; null before the first.</summary>
    public LocalDecision? LastDecision { get; init; }

    /// <summary>The target per replica, in thousandths of a request per second.</summary>
    public required long TargetMilli { get; init; }

    /// <summary>The desired replicas.</summary>
    public required int SpecReplicas { get; init; }

    /// <summary>The replicas that exist and do not terminate, Ready or not.</summary>
    public required int CreatedReplicas { get; init; }

    /// <summary>The replicas that get load.</summary>
    public required int ReadyReplicas { get; init; }

    /// <summary>The replicas one by one, oldest first, with the terminating ones.</summary>
    public required IReadOnlyList<LocalPod> Pods { get; init; }

    /// <summary>Where the metrics come from.</summary>
    public required LocalMetrics Metrics { get; init; }

    /// <summary>How many <see cref="ILocalRun.Events"/> there are so far.</summary>
    public required int Events { get; init; }

    /// <summary>How many <see cref="ILocalRun.Decisions"/> there are so far.</summary>
    public required int Decisions { get; init; }
}

/// <summary>How far a run is.</summary>
public enum LocalPhase
{
    /// <summary>The first replicas and Prometheus start; there is no load yet and time is 0.</summary>
    Starting,

    /// <summary>The load runs and the workload is scaled.</summary>
    Running,

    /// <summary>No more load: the last requests are waited for and counted, and everything is stopped.</summary>
    Ending,

    /// <summary>Nothing runs any more.</summary>
    Ended,
}
