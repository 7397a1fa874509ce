using KedaStack.Scaling;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Local.Comparison;

/// <summary>What a run was asked for.</summary>
public sealed record LocalRunPlan
{
    /// <summary>How the workload scales, as deployed.</summary>
    public required ScalingSettings Settings { get; init; }

    /// <summary>The versions whose rules the run and its simulation follow.</summary>
    /// <value>The default is <see cref="ScalingSemantics.Default"/>.</value>
    public ScalingSemantics Semantics { get; init; } = ScalingSemantics.Default;

    /// <summary>The query as deployed, with the window of the settings.</summary>
    public required string Query { get; init; }

    /// <summary>The name of the load as the user gave it: a name, an expression or a file.</summary>
    public required string TrafficName { get; init; }

    /// <summary>The load; its times are those of the stack, its rates requests per second on the clock.</summary>
    public required Traffic Traffic { get; init; }

    /// <summary>The requests per second of one load generator, which <see cref="ILocalRun.MoreLoad"/> adds; above 0.</summary>
    public required decimal GeneratorRate { get; init; }

    /// <summary>How long the load runs.</summary>
    /// <value>Null: until somebody stops it.</value>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many times as fast as the clock the stack's time passes; 1 to 100.</summary>
    public required double Speed { get; init; }

    /// <summary>The seed of the phases that are drawn: the HPA's, KEDA's, and the scrapes' of the built-in scraper.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The replicas at the beginning: the minimum, at least 1.</summary>
    public int InitialReplicas => Math.Max(1, Settings.MinReplicaCount);

    /// <summary>What the speed means, in one sentence.</summary>
    public string SpeedText => Speed == 1
        ? "Real time: every interval is as long as in the settings."
        : FormattableString.Invariant($"At --speed {Speed} every interval of the settings is {Speed} times as short, also the rate's window; ")
            + "the load stays in requests per second, so that the averages are the same. Times are shown as without it.";

    /// <summary>What <c>simulate</c> predicts for the same settings and load; null without a duration.</summary>
    public SimulationResult? Prediction { get; init; }

    /// <summary>The plan with what <c>simulate</c> predicts for it; without a duration nothing can be predicted.</summary>
    public LocalRunPlan WithPrediction() => Duration is { } duration ? this with { Prediction = SimulatedTwin.Run(this, Traffic, duration) } : this;
}
