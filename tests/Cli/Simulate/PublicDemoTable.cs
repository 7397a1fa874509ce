using System.Globalization;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Cli.Simulate;

/// <summary>The table of docs/scaling.md: the readings of the public demo beside those of 200 seeds.</summary>
internal static class PublicDemoTable
{
    private const int Seeds = 200;
    private const int MaxReplicas = 10;
    private const long LoadAt = 300_000;
    private const long StopAt = 660_000;

    /// <summary>The table; lines end with LF.</summary>
    public static string Write()
    {
        var (fine, coarse) = (Runs(TimeSpan.FromSeconds(15)), Runs(TimeSpan.FromSeconds(30)));
        (string Title, string Published, Func<IReadOnlyList<SimulationResult>, string> Of)[] rows =
        [
            ("First step, after the load began", "not said", runs => Seconds(runs.Select(run => Up(run)[0].AtMilliseconds - LoadAt))),
            ("10 replicas, after the load began", "\"30-60 seconds\"", runs => Seconds(runs.Select(run => Up(run)[^1].AtMilliseconds - LoadAt))),
            ("10 replicas, after the first step", "not said", runs => Seconds(runs.Select(run => Up(run)[^1].AtMilliseconds - Up(run)[0].AtMilliseconds))),
            ("Steps up", "4, 6, 10", runs => MostFrequent(runs, Up)),
            ("First step down, after the load stopped", "not said", runs => Seconds(runs.Select(run => Down(run)[0].AtMilliseconds - StopAt))),
            ("Last step down, after the load stopped", "not said", runs => Seconds(runs.Select(run => Down(run)[^1].AtMilliseconds - StopAt))),
            ("Steps down", "8, 5, 2, 1", runs => MostFrequent(runs, Down)),
            ("Value per replica at 10, nothing but probes", "87m, 100m", runs => Milli(runs.SelectMany(Drained))),
            ("First value per replica at 5", "174m", runs => Milli(runs.SelectMany(run => FirstAt(run, 5)))),
            ("First value per replica at 2", "373m", runs => Milli(runs.SelectMany(run => FirstAt(run, 2)))),
            ("First value per replica at 1", "821m", runs => Milli(runs.SelectMany(run => FirstAt(run, 1)))),
        ];
        var lines = rows.Select(row => $"| {row.Title} | {row.Published} | {row.Of(fine)} | {row.Of(coarse)} |");
        return "| | Published | Simulated, scraped every 15 s | every 30 s |\n|---|---|---|---|\n" + string.Join('\n', lines) + "\n";
    }

    private static SimulationResult[] Runs(TimeSpan scrapeInterval) =>
    [
        .. Enumerable.Range(0, Seeds).Select(seed => Scenarios.PublicDemo((ulong)seed)).Select(scenario =>
            Simulator.Run(scenario with { Settings = scenario.Settings with { ScrapeInterval = scrapeInterval } })),
    ];

    private static List<ScalingDecision> Up(SimulationResult run) => [.. run.Decisions.Where(decision => decision.To > decision.From)];

    private static List<ScalingDecision> Down(SimulationResult run) => [.. run.Decisions.Where(decision => decision.To < decision.From)];

    // From the time that the load has left the window until the first replicas leave.
    private static IEnumerable<long> Drained(SimulationResult run) => run.Points
        .Where(point => point.AtMilliseconds > StopAt + 135_000 && point.SpecReplicas == MaxReplicas)
        .Select(point => point.PerReplicaMilli!.Value);

    private static IEnumerable<long> FirstAt(SimulationResult run, int replicas) => Down(run)
        .Where(decision => decision.To == replicas)
        .Select(decision => run.Points.First(point => point.AtMilliseconds > decision.AtMilliseconds).PerReplicaMilli!.Value);

    private static string MostFrequent(IReadOnlyList<SimulationResult> runs, Func<SimulationResult, List<ScalingDecision>> steps)
    {
        var counts = runs.Select(run => string.Join(", ", steps(run).Select(step => step.To)))
            .GroupBy(text => text).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return string.Join("; ", counts.Take(2).Select(group =>
            string.Create(CultureInfo.InvariantCulture, $"{group.Key} ({100.0 * group.Count() / runs.Count:0} %)")));
    }

    private static string Seconds(IEnumerable<long> milliseconds) => Range(milliseconds.Select(time => time / 1000.0), " s");

    private static string Milli(IEnumerable<long> milli) => Range(milli.Select(value => (double)value), "m");

    private static string Range(IEnumerable<double> values, string unit)
    {
        var sorted = values.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture, $"{sorted[0]:0}-{sorted[^1]:0}{unit}, median {sorted[sorted.Count / 2]:0}{unit}");
    }
}
