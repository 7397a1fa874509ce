using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Load;

/// <summary>
/// The offered load over time: steps between which it is constant. Slopes are steps, mostly of a second, so that a run has
/// whole numbers only and repeats to the bit.
/// </summary>
public sealed class Traffic
{
    /// <summary>The highest load in requests per second.</summary>
    public const int MaximumRate = 100_000;

    private const long Milli = 1000;

    private readonly TrafficStep[] _steps;

    private Traffic(TrafficStep[] steps) => _steps = steps;

    /// <summary>The steps in the order of time; the first is at 0, and neighbours differ.</summary>
    public ReadOnlySpan<TrafficStep> Steps => _steps;

    /// <summary>The highest load, in thousandths of a request per second.</summary>
    public long PeakMilli => _steps.Max(step => step.MilliRequestsPerSecond);

    /// <summary>A load of steps, such as those of a recording.</summary>
    /// <param name="steps">The steps in the order of time, the first at 0; equal neighbours become one.</param>
    /// <exception cref="ArgumentException">The steps are empty, do not begin at 0, do not ascend or exceed the bounds of the load.</exception>
    public static Traffic FromSteps(IEnumerable<TrafficStep> steps)
    {
        var kept = new List<TrafficStep>();
        var last = -1L;
        foreach (var step in steps)
        {
            if (last < 0 ? step.AtMilliseconds != 0 : step.AtMilliseconds <= last)
            {
                throw new ArgumentException(
                    last < 0
                        ? $"The first step must be at 0 ms, not at {step.AtMilliseconds} ms."
                        : $"The step at {step.AtMilliseconds} ms must come after the one at {last} ms.",
                    nameof(steps));
            }

            if (step.MilliRequestsPerSecond is < 0 or > MaximumRate * Milli)
            {
                throw new ArgumentException(
                    $"The load at {step.AtMilliseconds} ms must be 0 to {MaximumRate} req/s, "
                        + $"not {step.MilliRequestsPerSecond} thousandths.",
                    nameof(steps));
            }

            last = step.AtMilliseconds;
            if (kept.Count == 0 || kept[^1].MilliRequestsPerSecond != step.MilliRequestsPerSecond)
            {
                kept.Add(step);
            }
        }

        return kept.Count == 0
            ? throw new ArgumentException("A load needs at least one step.", nameof(steps))
            : new Traffic([.. kept]);
    }

    /// <summary>The steps of a run with at most some of them: of more, stretches of equal length have their mean.</summary>
    /// <param name="mostSteps">The most steps; 4 or more.</param>
    /// <param name="duration">The length of the run; above 0. Later steps are left out.</param>
    public IReadOnlyList<TrafficStep> Thinned(int mostSteps, TimeSpan duration)
    {
        var (thinner, end) = (new StepThinner(mostSteps), duration.WholeMilliseconds());
        foreach (var step in _steps)
        {
            if (step.AtMilliseconds >= end)
            {
                break;
            }

            thinner.Change(step.AtMilliseconds, step.MilliRequestsPerSecond);
        }

        return thinner.End(end);
    }

    /// <summary>The load at a time.</summary>
    /// <param name="atMilliseconds">The time; not negative.</param>
    public long MilliAt(long atMilliseconds)
    {
        var (low, high) = (0, _steps.Length);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].AtMilliseconds <= atMilliseconds ? (middle, high) : (low, middle);
        }

        return _steps[low].MilliRequestsPerSecond;
    }
}
