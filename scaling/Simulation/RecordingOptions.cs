using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;

namespace KedaStack.Scaling.Simulation;

/// <summary>How much of a run is kept.</summary>
public sealed record RecordingOptions
{
    /// <summary>Everything that a chart and a table need.</summary>
    public static RecordingOptions Default { get; } = new();

    /// <summary>The most points of the chart; 2 or more.</summary>
    /// <value>The default is 2,000.</value>
    public int MostPoints { get; init; } = 2000;

    /// <summary>The most decisions; 0 or more.</summary>
    /// <value>The default is 10,000.</value>
    public int MostDecisions { get; init; } = 10_000;

    /// <summary>The prices.</summary>
    /// <value>Null: no cost is computed.</value>
    public SimulationPrices? Prices { get; init; }

    /// <summary>One that is told of everything besides, such as to show how far the run is.</summary>
    /// <value>Null: nobody.</value>
    public ISimulationObserver? Observer { get; init; }
}
