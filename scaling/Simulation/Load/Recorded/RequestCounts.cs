using System.Globalization;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>
/// Makes a load of single requests in any order of time: their number in each second, or in longer stretches where requests
/// come in more than a million seconds.
/// </summary>
/// <param name="format">What they were read as, such as <c>an access log</c>.</param>
/// <param name="mostSteps">The most steps that are kept.</param>
/// <param name="mostStretches">The most stretches with requests.</param>
internal sealed class RequestCounts(string format, int mostSteps, int mostStretches = 1_000_000)
{
    private const long Second = 1000;

    private Dictionary<long, double> _counts = [];
    private long _stretchMilliseconds = Second;
    private double _requests;

    /// <summary>How many lines or objects held no request, and were left out.</summary>
    public long LeftOut { get; set; }

    /// <summary>Adds requests.</summary>
    /// <param name="unixMilliseconds">When they came.</param>
    /// <param name="count">How many; 0 for none.</param>
    public void Add(long unixMilliseconds, double count = 1)
    {
        _requests += count;
        var stretch = Math.DivRem(unixMilliseconds, _stretchMilliseconds).Quotient;
        _counts[stretch] = _counts.GetValueOrDefault(stretch) + count;
        while (_counts.Count > mostStretches)
        {
            _stretchMilliseconds *= 2;
            _counts = _counts.GroupBy(pair => pair.Key / 2).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));
        }
    }

    /// <summary>The load of all requests.</summary>
    /// <param name="end">The end of the file.</param>
    /// <exception cref="RecordingException">There are none, or they cannot be used.</exception>
    public TrafficRecording End(TextPlace end)
    {
        if (_counts.Count == 0)
        {
            throw RecordingException.At(end, $"there are no requests in {format}", "the end of the file", "record at least one request");
        }

        var stretches = _counts.Keys.Order().ToList();
        var duration = TimeSpan.FromMilliseconds((stretches[^1] - stretches[0] + 1) * (double)_stretchMilliseconds);
        if (duration > SimulationTime.Longest)
        {
            throw RecordingException.At(
                end, $"the requests are from more than {PrometheusDuration.Format(SimulationTime.Longest)}, the longest run",
                Date((stretches[^1] - stretches[0]) * _stretchMilliseconds), "cut the recording");
        }

        var steps = new StepThinner(mostSteps);
        for (var i = 0; i < stretches.Count; i++)
        {
            var rate = _counts[stretches[i]] * 1000 / _stretchMilliseconds;
            if (rate > Traffic.MaximumRate)
            {
                throw RecordingException.At(end, "the load is above 100000 requests per second", rate.ToString("R", CultureInfo.InvariantCulture), "record one service");
            }

            var at = (stretches[i] - stretches[0]) * _stretchMilliseconds;
            steps.Change(at, (long)Math.Round(rate * 1000));
            if (i + 1 < stretches.Count && stretches[i + 1] > stretches[i] + 1)
            {
                steps.Change(at + _stretchMilliseconds, 0);
            }
        }

        return new TrafficRecording
        {
            Traffic = Traffic.FromSteps(steps.End((long)duration.TotalMilliseconds)),
            Duration = duration,
            Start = DateTimeOffset.FromUnixTimeMilliseconds(stretches[0] * _stretchMilliseconds),
            Rows = (long)_requests,
            ThinnedTo = steps.StretchMilliseconds == 1 ? null : TimeSpan.FromMilliseconds(steps.StretchMilliseconds),
            Notes = [.. Sentences()],
        };
    }

    private static string Date(long milliseconds) => PrometheusDuration.Format(TimeSpan.FromMilliseconds(milliseconds));

    private IEnumerable<string> Sentences()
    {
        var stretch = _stretchMilliseconds == Second ? "second" : PrometheusDuration.Format(TimeSpan.FromMilliseconds(_stretchMilliseconds));
        yield return string.Create(
            CultureInfo.InvariantCulture, $"Read as {format}: {_requests:#,0.##} request{(_requests == 1 ? "" : "s")}, counted in each {stretch}.");
        if (LeftOut > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{LeftOut:#,0} line{(LeftOut == 1 ? " is" : "s are")} not of this form and left out.");
        }
    }
}
