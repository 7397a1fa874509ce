using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning.Choice;

/// <summary>What the recommended settings may do to one load.</summary>
/// <param name="UnmetRequests">The most unmet requests.</param>
/// <param name="Flaps">The most flaps.</param>
public sealed record TuningBounds(decimal UnmetRequests, decimal Flaps)
{
    /// <summary>How many more of the requests may be unmet than with the settings that leave the fewest, where no bound is given.</summary>
    public const decimal TolerableShare = 0.001m;

    /// <summary>How many flaps more than with today's settings there may be, where no bound is given.</summary>
    public const decimal TolerableFlaps = 1;

    /// <summary>The bounds of each load.</summary>
    /// <param name="problem">What the user allows.</param>
    /// <param name="today">Today's settings.</param>
    /// <param name="least">The fewest unmet requests of each load that were found.</param>
    internal static TuningBounds[] Of(TuningProblem problem, Candidate today, IReadOnlyList<decimal> least) =>
        [.. today.Traffics.Zip(least, (figures, fewest) => new TuningBounds(
            problem.MaxUnmetShare is { } share ? share * figures.OfferedRequests : fewest + (TolerableShare * figures.OfferedRequests),
            problem.MaxFlaps ?? figures.Flaps + TolerableFlaps))];
}
