using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Load.Recorded;

namespace KedaStack.Resources.Load;

/// <summary>A load that a Prometheus recorded.</summary>
internal sealed record PrometheusTraffic
{
    private const string Option = "--from-prometheus";
    private const string OneSeries = "write a query with one series, such as sum(rate(http_requests_total[1m]))";

    /// <summary>What people call it.</summary>
    public required string Source { get; init; }

    /// <summary>The query, in requests per second.</summary>
    public required string Query { get; init; }

    /// <summary>The end of what is asked for.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>How much of it; at least two steps.</summary>
    public required TimeSpan Range { get; init; }

    /// <summary>The time between values.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Whether each value is the mean of the step before it, as of a rate over one step, rather than the load from then on.</summary>
    public required bool LooksBack { get; init; }

    /// <summary>Asks for it.</summary>
    /// <param name="client">The Prometheus.</param>
    /// <param name="gaps">What gaps mean.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public async Task<SimulatedTraffic?> ReadAsync(
        IPrometheusClient client, GapRule gaps, ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        var begin = End - Range;
        var (first, last) = LooksBack ? (begin + Step, End) : (begin, End - Step);
        var result = await client.QueryRangeAsync(Query, first, last, Step, cancellationToken);
        if (result.Error is { } error)
        {
            problems.Add(new SettingsProblem(Option, error.ToString()));
            return null;
        }

        if (result.Series.Count != 1)
        {
            problems.Add(SettingsProblem.Create(
                Option,
                result.Series.Count == 0 ? "has an empty answer: nothing was recorded in this time" : "has an answer of several series",
                string.Create(CultureInfo.InvariantCulture, $"{result.Series.Count} series for {Quoted.Text(Query)}"),
                result.Series.Count == 0 ? "look at what explain --live says of the query, or ask for another time with --range and --end" : OneSeries));
            return null;
        }

        var recording = TrafficSamples.Read(result.Series[0].Samples, gaps);
        if (!recording.IsValid)
        {
            var wrong = recording.Error;
            problems.Add(SettingsProblem.Create(
                string.Create(CultureInfo.InvariantCulture, $"{Option}: value {wrong.Line}"),
                wrong.Wrong, Quoted.Text(wrong.Got), wrong.IsGap ? $"{wrong.Right} (--gaps hold or --gaps zero)" : wrong.Right));
            return null;
        }

        return new SimulatedTraffic
        {
            Source = Source,
            Traffic = recording.Traffic,
            Duration = recording.Duration,
            RecordedDuration = recording.Duration,
            RecordedFrom = recording.Start - (LooksBack ? Step : TimeSpan.Zero),
            Notes =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The load is what was recorded from {begin:yyyy-MM-dd HH:mm:ss} to {End:yyyy-MM-dd HH:mm:ss} UTC, one value for each {PrometheusDuration.Format(Step)}."),
                .. TrafficFile.Notes(recording),
            ],
        };
    }
}
