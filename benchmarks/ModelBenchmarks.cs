using BenchmarkDotNet.Attributes;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Benchmarks;

/// <summary>One sync of an HPA and one <c>rate()</c>, each thousand times.</summary>
[MemoryDiagnoser]
public class ModelBenchmarks
{
    private const int Times = 1000;
    private const long ScrapeInterval = 15_000;
    private const long Window = 120_000;

    private readonly HpaReconciler _withoutBehavior = Hpa(null);
    private readonly HpaReconciler _hourOfMemory = Hpa(new HorizontalPodAutoscalerBehavior(
        new ScalingRules { StabilizationWindow = TimeSpan.FromMinutes(3) },
        new ScalingRules { StabilizationWindow = TimeSpan.FromHours(1) }));

    private readonly CounterSeries _series = new(Window);
    private readonly MetricReading[] _readings = new MetricReading[1];
    private long _now;

    [GlobalSetup]
    public void FillSeries()
    {
        for (var at = 0L; at <= Window; at += ScrapeInterval)
        {
            _series.Append(at, at);
        }
    }

    [Benchmark(Description = "an HPA's sync", OperationsPerInvoke = Times)]
    public int Sync() => Sync(_withoutBehavior);

    [Benchmark(Description = "the same with windows of 3 minutes up and 1 hour down", OperationsPerInvoke = Times)]
    public int SyncWithAnHourOfMemory() => Sync(_hourOfMemory);

    [Benchmark(Description = "rate() of 8 samples", OperationsPerInvoke = Times)]
    public double Rate()
    {
        var sum = 0.0;
        for (var i = 0; i < Times; i++)
        {
            sum += _series.TryRate(Window + i, Window, PrometheusEngine.LeftOpen3, out var rate) ? rate : 0;
        }

        return sum;
    }

    private static HpaReconciler Hpa(HorizontalPodAutoscalerBehavior? behavior) => new(KedaHpa.Create(
        (Runs.Settings with { Behavior = behavior }).ToScaledObject("app", "default", "query", "http://prometheus"))!);

    private int Sync(HpaReconciler hpa)
    {
        var replicas = 5;
        for (var i = 0; i < Times; i++)
        {
            _now += ScrapeInterval;
            _readings[0] = MetricReading.Of(20_000 + (_now * 7919 % 60_000));
            replicas = hpa.Reconcile(_now, ScaleTargetStatus.AtRest(replicas), _readings).DesiredReplicas;
        }

        return replicas;
    }
}
