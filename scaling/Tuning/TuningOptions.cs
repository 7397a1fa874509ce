namespace KedaStack.Scaling.Tuning;

/// <summary>How long and how the search goes on.</summary>
public sealed record TuningOptions
{
    /// <summary>The seed of the search and of the runs: the same seed and as many candidates give the same result.</summary>
    /// <value>The default is 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many settings are tried at most; 1 or more.</summary>
    /// <value>The default is 10,000.</value>
    public int Candidates { get; init; } = 10_000;

    /// <summary>
    /// How long it may take, including the confirmation of the best; above 0. How many candidates that is depends on the
    /// machine: <see cref="TuningResult.Candidates"/> says it.
    /// </summary>
    /// <value>Null: any time.</value>
    public TimeSpan? Budget { get; init; }

    /// <summary>How many runs, with other random times than the search's, the figures of the best are means of; 1 or more.</summary>
    /// <value>The default is 5.</value>
    public int ConfirmationRuns { get; init; } = 5;

    /// <summary>How many candidates are tried at once; 1 or more. Without influence on the result.</summary>
    /// <value>The default is the number of processors.</value>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>The clock of the budget.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told how far it is, from several threads.</summary>
    /// <value>Null: nobody is.</value>
    public IProgress<TuningProgress>? Progress { get; init; }
}
