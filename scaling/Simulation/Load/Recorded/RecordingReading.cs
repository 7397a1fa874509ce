namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>How a recording is read.</summary>
public sealed record RecordingReading
{
    /// <summary>What gaps mean.</summary>
    /// <value>By default an error.</value>
    public GapRule Gaps { get; init; }

    /// <summary>What the values are.</summary>
    /// <value>Null: what the name of their column says, otherwise requests per second.</value>
    public LoadUnit? Unit { get; init; }

    /// <summary>Whether several series, as columns or as rows, are added up.</summary>
    /// <value>By default they are an error.</value>
    public bool IsSummed { get; init; }

    /// <summary>The most steps that are kept; 4 or more.</summary>
    public int MostSteps { get; init; } = StepThinner.MostSteps;
}
