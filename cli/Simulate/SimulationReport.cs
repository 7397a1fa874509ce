namespace KedaStack.Cli.Simulate;

/// <summary>What <c>kedastack simulate</c> found.</summary>
internal sealed record SimulationReport
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The load.</summary>
    public required SimulatedTraffic Traffic { get; init; }

    /// <summary>The world around.</summary>
    public required SimulatedWorld World { get; init; }

    /// <summary>The run of the stack's own settings first, then the variants.</summary>
    public required IReadOnlyList<SimulatedRun> Runs { get; init; }

    /// <summary>The run of the stack's own settings.</summary>
    public SimulatedRun Base => Runs[0];
}
