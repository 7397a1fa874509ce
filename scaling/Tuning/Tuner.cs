using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning;

/// <summary>Searches the settings that serve some loads best.</summary>
public static class Tuner
{
    /// <summary>Searches, confirms the best by further runs, recommends one and takes back its changes that do not matter.</summary>
    /// <param name="problem">What is tuned.</param>
    /// <param name="options">How long; null for the defaults.</param>
    /// <param name="stop">Ends the search early; the best so far is confirmed all the same.</param>
    /// <exception cref="ArgumentException">The problem has errors; the message lists all of them.</exception>
    public static TuningResult Run(TuningProblem problem, TuningOptions? options = null, CancellationToken stop = default)
    {
        var errors = problem.Errors().ToList();
        return errors.Count == 0 && SearchSpaceBuilder.Build(problem, errors) is { } space
            ? new TuningRun(problem, space, options ?? new TuningOptions()).Run(stop)
            : throw new ArgumentException(string.Join('\n', errors), nameof(problem));
    }
}
