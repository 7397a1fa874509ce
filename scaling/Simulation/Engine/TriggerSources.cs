using System.Runtime.CompilerServices;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>What the sources of triggers say that are not of type prometheus.</summary>
internal sealed class TriggerSources
{
    private readonly Dictionary<int, (long[] Times, double[] Values)> _steps;

    /// <summary>Creates the sources.</summary>
    /// <param name="sources">What they say, by the place of the trigger.</param>
    public TriggerSources(IReadOnlyDictionary<int, IReadOnlyList<SourceStep>> sources) => _steps = sources.ToDictionary(
        source => source.Key,
        source => (source.Value.Select(step => step.At.WholeMilliseconds()).ToArray(), source.Value.Select(step => step.Value).ToArray()));

    /// <summary>What a trigger's source says.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="now">The time.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ScalerReading Read(ExternalMetricTrigger trigger, long now)
    {
        if (!_steps.TryGetValue(trigger.TriggerIndex, out var steps))
        {
            throw new InvalidOperationException($"Nothing says what the trigger {trigger.MetricName} of type {trigger.Type} answers.");
        }

        var place = Array.BinarySearch(steps.Times, now);
        place = place < 0 ? ~place - 1 : place;
        return ScalerReading.Of(place < 0 ? 0 : steps.Values[place]);
    }
}
