using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Scaling.Simulation;

/// <summary>What is kept of a run.</summary>
public sealed record SimulationResult
{
    /// <summary>The decisions in the order of time.</summary>
    public required IReadOnlyList<ScalingDecision> Decisions { get; init; }

    /// <summary>How many later decisions were not kept.</summary>
    public required int DroppedDecisions { get; init; }

    /// <summary>The points of the chart in the order of time.</summary>
    public required IReadOnlyList<TimelinePoint> Points { get; init; }

    /// <summary>How many syncs of the HPA a point stands for.</summary>
    public required int SyncsPerPoint { get; init; }

    /// <summary>The figures.</summary>
    public required SimulationKpis Kpis { get; init; }

    /// <summary>How much work the run was.</summary>
    public required RunStatistics Statistics { get; init; }
}
