using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Tuning.Choice;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>What is tuned: today's settings, the loads that they have to serve and what may be changed.</summary>
public sealed record TuningProblem
{
    /// <summary>
    /// A run of today's settings for each load. All have the same settings and the same world, whose pods have a capacity;
    /// the seeds of the runs do not matter. A run without <see cref="SimulationScenario.InitialReplicas"/> begins at rest.
    /// </summary>
    public required IReadOnlyList<SimulationScenario> Scenarios { get; init; }

    /// <summary>Whether somebody knows the capacity of the pods. If not, no threshold above today's is tried without a range.</summary>
    /// <value>The default is true.</value>
    public bool IsCapacityKnown { get; init; } = true;

    /// <summary>The settings to tune: names of <see cref="TunableSetting.All"/>.</summary>
    /// <value>Empty: all.</value>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    /// <summary>The settings to leave as they are.</summary>
    public IReadOnlyCollection<string> Fixed { get; init; } = [];

    /// <summary>Bounds for the values to try; at most one for a setting. Today's value is not tried outside of them.</summary>
    public IReadOnlyList<KnobRange> Ranges { get; init; } = [];

    /// <summary>The most unmet requests of a load that the recommended settings may leave, as a share of its requests; 0 to 1.</summary>
    /// <value>Null: <see cref="TuningBounds.TolerableShare"/> more than with the settings that leave the fewest.</value>
    public decimal? MaxUnmetShare { get; init; }

    /// <summary>The most flaps of a load, a mean over the runs; 0 or more.</summary>
    /// <value>Null: <see cref="TuningBounds.TolerableFlaps"/> more than with today's settings.</value>
    public decimal? MaxFlaps { get; init; }

    /// <summary>The settings of today.</summary>
    public ScalingSettings Today => Scenarios[0].Settings;

    /// <summary>Whether a setting is one of those to tune.</summary>
    /// <param name="name">The setting.</param>
    public bool IsTuned(string name) => (Only.Count == 0 || Only.Contains(name)) && !Fixed.Contains(name);

    /// <summary>What keeps this from being tuned, each a sentence; empty when nothing does.</summary>
    public IReadOnlyList<string> Errors()
    {
        if (Scenarios.Count == 0)
        {
            return ["There is no load to tune for."];
        }

        if (Scenarios[0].Pods.Capacity is null)
        {
            return ["Pods of unlimited capacity leave no request unmet: say what a pod can serve."];
        }

        var errors = Scenarios.SelectMany(ScenarioValidation.Errors).Distinct().ToList();
        if (errors.Count == 0)
        {
            SearchSpaceBuilder.Build(this, errors);
        }

        return errors;
    }
}
