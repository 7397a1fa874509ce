using BenchmarkDotNet.Attributes;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Benchmarks;

/// <summary>Single runs, each for its figures alone.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private readonly SimulationScenario _onePod = Runs.SteadyDay(1);
    private readonly SimulationScenario _tenPods = Runs.SteadyDay(10);
    private readonly SimulationScenario _diurnal = Runs.Day(TrafficShape.Diurnal(100));
    private readonly SimulationScenario _demo = Runs.DemoAllDay();
    private readonly SimulationScenario _loadOfSeconds = Runs.LoadOfSeconds(10);
    private readonly SimulationScenario _secondsOnePod = Runs.EverythingInSeconds(1);
    private readonly SimulationScenario _secondsTenPods = Runs.EverythingInSeconds(10);
    private readonly SimulationScenario _week = Runs.WeekOfHundredPods();

    [Benchmark(Description = "a day at 15 s, 1 pod")]
    public SimulationKpis OnePod() => Simulator.RunKpis(_onePod);

    [Benchmark(Description = "a day at 15 s, 10 pods")]
    public SimulationKpis TenPods() => Simulator.RunKpis(_tenPods);

    [Benchmark(Description = "a day at 15 s, diurnal, up to 10 pods")]
    public SimulationKpis Diurnal() => Simulator.RunKpis(_diurnal);

    [Benchmark(Description = "the same with chart and decisions")]
    public SimulationResult DiurnalRecorded() => Simulator.Run(_diurnal);

    [Benchmark(Description = "a day at 15 s, the demo each half an hour")]
    public SimulationKpis Demo() => Simulator.RunKpis(_demo);

    [Benchmark(Description = "a day, load of 1 s, 10 pods")]
    public SimulationKpis LoadOfSeconds() => Simulator.RunKpis(_loadOfSeconds);

    [Benchmark(Description = "a day, load, scrapes, polls and syncs of 1 s, 1 pod")]
    public SimulationKpis SecondsOnePod() => Simulator.RunKpis(_secondsOnePod);

    [Benchmark(Description = "a day, load, scrapes, polls and syncs of 1 s, 10 pods")]
    public SimulationKpis SecondsTenPods() => Simulator.RunKpis(_secondsTenPods);

    [Benchmark(Description = "a week at 15 s, up to 100 pods")]
    public SimulationKpis Week() => Simulator.RunKpis(_week);
}
