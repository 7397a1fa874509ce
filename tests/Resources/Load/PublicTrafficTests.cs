using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Load;

/// <summary>Files that people asked about in public, made small.</summary>
public sealed class PublicTrafficTests
{
    [SharedTheory("cases")]
    [InlineData("60-az-monitor.json", 30_000, 150_000)]
    [InlineData("61-k6-out.csv", 3000, 3000)]
    [InlineData("62-k6-out.json", 1000, 1000)]
    [InlineData("63-locust-history.csv", 0, 150_000)]
    [InlineData("75-count-per-minute.csv", 30_000, 150_000)]
    [InlineData("77-date-time-columns.csv", 30_000, 150_000)]
    [InlineData("81-counter-raw.csv", 30_000, 30_000)]
    public void Read_FileOfATool_IsItsRequestsPerSecond(string file, int leastMilli, int mostMilli)
    {
        var traffic = Read(file, isSummed: false, out var problems);

        Assert.Empty(problems);
        Assert.Equal((leastMilli, mostMilli), Range(traffic!));
    }

    [SharedTheory("cases")]
    [InlineData("52-grafana-multi.csv", "2 columns may be the load")]
    [InlineData("76-grafana-two-series-rows.csv", "the rows are of several series")]
    public void Read_SeveralSeries_AreNamedOrAddedUp(string file, string wrong)
    {
        Assert.Null(Read(file, isSummed: false, out var problems));
        Assert.Contains(wrong, Assert.Single(problems).ToString(), StringComparison.Ordinal);

        Assert.Equal(file.StartsWith("52", StringComparison.Ordinal) ? (30_000, 150_000) : (60_000, 300_000), Range(Read(file, isSummed: true, out _)!));
    }

    private static SimulatedTraffic? Read(string file, bool isSummed, out List<SettingsProblem> problems)
    {
        problems = [];
        return TrafficFile.Read(
            SharedFolder.PathOf(Path.Combine("cases", file)), new RecordingReading { IsSummed = isSummed }, problems, (_, _) => { }, CancellationToken.None);
    }

    private static (int Least, int Most) Range(SimulatedTraffic traffic)
    {
        var milli = traffic.Traffic.Steps.ToArray().Select(step => (int)step.MilliRequestsPerSecond).ToList();
        return (milli.Min(), milli.Max());
    }
}
