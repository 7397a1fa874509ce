namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>Who counts the requests that the query sums up.</summary>
public enum MetricOrigin
{
    /// <summary>The scaled pods themselves: what they served. They can't wake themselves from 0.</summary>
    Pods,

    /// <summary>
    /// One ingress or gateway before them that always runs: what was offered. It is there from the beginning and never
    /// restarts.
    /// </summary>
    Ingress,
}
