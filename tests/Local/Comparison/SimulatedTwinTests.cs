using KedaStack.Local.Comparison;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Local.Comparison;

public sealed class SimulatedTwinTests
{
    // Half above the target: within a tolerance of its own, which only Kubernetes 1.35 obeys.
    [Theory]
    [InlineData(34, 2)]
    [InlineData(35, 1)]
    public void Run_ABehaviorWithATolerance_FollowsTheVersionsOfThePlan(int kubernetesMinor, int mostReplicas)
    {
        var plan = new LocalRunPlan
        {
            Settings = Scenarios.DemoSettings with
            {
                Behavior = new HorizontalPodAutoscalerBehavior(new ScalingRules { Tolerance = 0.9m }, null),
            },
            Semantics = new ScalingSemantics { Hpa = HpaSemantics.ForKubernetes(kubernetesMinor) },
            Query = "sum(rate(http_requests_total[2m]))",
            TrafficName = "constant",
            Traffic = Scenarios.Load("0s:15"),
            GeneratorRate = 1,
            Duration = null,
            Speed = 1,
            Seed = 1,
        };

        var result = SimulatedTwin.Run(plan, plan.Traffic, TimeSpan.FromMinutes(10));

        Assert.Equal(mostReplicas, result.Points.Max(point => point.SpecReplicas));
    }
}
