using KedaStack.Scaling.Simulation.Engine.Pods;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation.Engine;

public sealed class RequestCountersTests
{
    private const long Million = 1_000_000;

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(10);

    private static readonly SimulationScenario _scenario = Scenarios.Of("0s:10", 1) with
    {
        CountingInterval = _interval,
        Known = new KnownTimes { Lots = [.. Enumerable.Range(0, 6).Select(lot => lot * _interval)] },
    };

    private readonly LoadModel _load = new(_scenario.Pods);
    private readonly RequestCounters _counters;

    public RequestCountersTests() =>
        _counters = new RequestCounters(_load, _scenario.Pods, new PodTimes(_scenario, new SimulationDraws(1, 1)));

    [Fact]
    public void LoadBetweenTwoLots_IsThatOfTheWholeSecondLot()
    {
        _counters.SetReady(1);
        Advance(15_000);
        _counters.SetOffered(10_000);

        Assert.Equal((0, 100 * Million), (_counters.ShareAt(19_999), _counters.ShareAt(20_000)));
        Assert.Equal(50 * Million, _load.ShareAt(20_000));
    }

    [Fact]
    public void PodThatIsReadyBetweenTwoLots_GetsItsShareOfTheWholeSecondLot()
    {
        _counters.SetOffered(10_000);
        _counters.SetReady(1);
        Advance(15_000);
        var before = _counters.ShareAt(15_000);
        _counters.SetReady(2);

        Assert.Equal((100 * Million, 150 * Million), (before, _counters.ShareAt(20_000)));
    }

    private void Advance(long time)
    {
        _load.Advance(time);
        _counters.Advance(time);
    }
}
