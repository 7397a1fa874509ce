using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>The worked check of the specification, section (f), over 200 seeds.</summary>
public sealed class PublicDemoTests
{
    private const long LoadAt = 300_000;
    private const long StopAt = 660_000;

    private static readonly SimulationResult[] _runs =
        [.. Enumerable.Range(0, 200).Select(seed => Simulator.Run(Scenarios.PublicDemo((ulong)seed)))];

    [Fact]
    public void FirstStepFromOne_NeverAboveFour() =>
        Assert.All(_runs, run => Assert.True(run.Decisions[0] is { From: 1, To: > 1 and <= 4 } first && first.AtMilliseconds > LoadAt));

    [Fact]
    public void Ten_IsReachedIn45To130Seconds() =>
        AllWithin(run => run.Decisions.First(decision => decision.To == 10).AtMilliseconds - LoadAt, 45_000, 130_000);

    [Fact]
    public void Ten_IsHeldFor300SecondsAfterTheStop() => Assert.All(_runs, run =>
        Assert.DoesNotContain(run.Decisions, decision => decision.From == 10 && decision.AtMilliseconds < StopAt + 300_000));

    [Fact]
    public void FirstStepDown_Is335To365SecondsAfterTheStop() =>
        AllWithin(run => run.Decisions.First(decision => decision.To < decision.From).AtMilliseconds - StopAt, 335_000, 365_000);

    [Fact]
    public void LastStepDown_Is380To420SecondsAfterTheStop() => AllWithin(
        run => run.Decisions[^1] is { To: 1 } last ? last.AtMilliseconds - StopAt : 0, 380_000, 420_000);

    [Theory]
    [InlineData(5, 165, 200)]
    [InlineData(2, 340, 445)]
    [InlineData(1, 550, 890)]
    public void AveragePerReplica_AsPodsLeave_Rises(int replicas, long least, long most)
    {
        var readings = _runs.Select(run => FirstReadingAt(run, replicas)).OfType<long>().ToArray();

        Assert.NotEmpty(readings);
        Assert.All(readings, reading => Assert.InRange(reading, least, most));
    }

    [Fact]
    public void AveragePerReplica_AtTenAndSteady_IsAProbeEachTenSeconds() => Assert.All(_runs, run =>
    {
        var steady = run.Points.Where(point => IsBetween(point, StopAt + 135_000, StopAt + 335_000)
            || IsBetween(point, StopAt + 600_000, StopAt + 840_000));
        Assert.All(steady, point => Assert.InRange(point.PerReplicaMilli!.Value, 95, 105));
    });

    private static long? FirstReadingAt(SimulationResult run, int replicas)
    {
        var step = run.Decisions.Where(decision => decision.To == replicas && decision.AtMilliseconds > StopAt).ToArray();
        return step.Length == 0
            ? null
            : run.Points.First(point => point.AtMilliseconds > step[0].AtMilliseconds).PerReplicaMilli;
    }

    private static bool IsBetween(TimelinePoint point, long from, long to) =>
        point.AtMilliseconds > from && point.AtMilliseconds < to;

    private static void AllWithin(Func<SimulationResult, long> measure, long least, long most) =>
        Assert.All(_runs.Select(measure), measured => Assert.InRange(measured, least, most));
}
