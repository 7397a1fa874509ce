using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Benchmarks;

/// <summary>10,000 runs of a day on all cores: what tuning and a whole cluster take.</summary>
[MemoryDiagnoser]
[PeakMemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class FleetBenchmarks
{
    private const int Count = 10_000;

    private readonly Traffic _diurnal = TrafficShape.Diurnal(100);

    [Benchmark(Description = "tune over 10,000 settings, the same day")]
    public TuningResult Tune() => Tuner.Run(
        new TuningProblem { Scenarios = [Runs.Day(_diurnal) with { Pods = new PodModel { Capacity = 15 } }] },
        new TuningOptions { Candidates = Count });

    [Benchmark(Description = "10,000 ScaledObjects, a day each")]
    public SimulationKpis[] ScaledObjects()
    {
        var kpis = new SimulationKpis[Count];
        Parallel.For(
            0, Count, number => kpis[number] = Simulator.RunKpis(Runs.Day(Load(number), Variant(number)) with { Seed = (ulong)number }));
        return kpis;
    }

    // Every combination of 10 thresholds, 10 windows, 10 scale-down windows and 10 maxima.
    private static ScalingSettings Variant(int number)
    {
        var (threshold, window, stabilization, maximum) = (number % 10, number / 10 % 10, number / 100 % 10, number / 1000);
        return Runs.Settings with
        {
            Threshold = 5 + (2 * threshold),
            Window = TimeSpan.FromSeconds(30 * (window + 1)),
            MaxReplicaCount = 5 + maximum,
            Behavior = new HorizontalPodAutoscalerBehavior(
                null, new ScalingRules { StabilizationWindow = TimeSpan.FromMinutes(stabilization) }),
        };
    }

    private Traffic Load(int number) => (number % 3) switch
    {
        0 => _diurnal,
        1 => TrafficShape.Steady(10 + (number % 90)),
        _ => TrafficShape.Bursty(10 + (number % 20), TimeSpan.FromDays(1), (ulong)number),
    };
}
