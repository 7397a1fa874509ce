namespace KedaStack.Local;

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
