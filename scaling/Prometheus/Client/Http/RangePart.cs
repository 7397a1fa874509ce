using System.Globalization;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>A part of a range that a server answers at once.</summary>
/// <param name="Start">The first time.</param>
/// <param name="End">The time after which there is no step any more.</param>
internal readonly record struct RangePart(DateTimeOffset Start, DateTimeOffset End)
{
    // Prometheus refuses more (web/api/v1/api.go, queryRange).
    private const int MostSteps = 11_000;
    private const int MostParts = 100;
    private static readonly TimeSpan _leastStep = TimeSpan.FromMilliseconds(1);

    // An Azure Monitor workspace refuses more.
    private static readonly TimeSpan _longest = TimeSpan.FromDays(32);

    /// <summary>The parts of a range, in order; null when they are too many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start, or the step is less than 1 ms.</exception>
    public static IReadOnlyList<RangePart>? Split(DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, _leastStep);
        var steps = Math.Min(MostSteps, Math.Max(1, _longest / step));
        // From its first step to its last one.
        var length = step * (Math.Floor(steps) - 1);
        var parts = new List<RangePart>();
        for (var first = start; first <= end; first += length + step)
        {
            if (parts.Count == MostParts)
            {
                return null;
            }

            parts.Add(new RangePart(first, end - first < length ? end : first + length));
            if (end - first < length + step)
            {
                break;
            }
        }

        return parts;
    }

    /// <summary>The error of a range with too many parts.</summary>
    public static PrometheusError TooMany(DateTimeOffset start, DateTimeOffset end, TimeSpan step) => new(
        PrometheusErrorKind.BadRequest,
        string.Create(
            CultureInfo.InvariantCulture,
            $"A range of {(end - start).TotalDays:0.#} days with a step of {step.TotalSeconds:0.###} s takes more than {MostParts} requests."),
        "Ask for a shorter range or a larger step.");
}
