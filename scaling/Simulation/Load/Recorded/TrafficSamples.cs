using System.Globalization;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>Makes a load of the samples of a series, with the same rules as for a file; an error's line is the number of the sample.</summary>
public static class TrafficSamples
{
    private const string Iso8601 = "yyyy-MM-ddTHH:mm:ss.FFFZ";

    /// <summary>Makes the load. Never throws for what the samples are.</summary>
    /// <param name="samples">The samples in the order of time; each holds until the next one.</param>
    /// <param name="gaps">What gaps mean.</param>
    /// <param name="mostSteps">The most steps that are kept; 4 or more.</param>
    public static TrafficRecording Read(
        IEnumerable<Sample> samples, GapRule gaps = GapRule.Refuse, int mostSteps = StepThinner.MostSteps)
    {
        var (rows, number) = (new RecordedRows(new RecordingReading { Gaps = gaps, MostSteps = mostSteps, Unit = LoadUnit.PerSecond }), 0);
        try
        {
            foreach (var sample in samples)
            {
                var place = new TextPlace(++number, 1);
                rows.Add(new RecordedRow
                {
                    Time = DateTimeOffset.FromUnixTimeMilliseconds(sample.TimestampMilliseconds).ToString(Iso8601, CultureInfo.InvariantCulture),
                    TimePlace = place,
                    Rate = sample.Value.ToString("R", CultureInfo.InvariantCulture),
                    RatePlace = place,
                });
            }

            return rows.End(new TextPlace(number, 1));
        }
        catch (RecordingException exception)
        {
            return new TrafficRecording { Error = exception.Error };
        }
    }
}
