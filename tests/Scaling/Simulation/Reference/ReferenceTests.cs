using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Scaling.Simulation.Reference;

/// <summary>The simulator gives what a model gives that steps through every second.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200)]
    public void EventDriven_EqualsTheStepper_InEverySync(int first)
    {
        for (var seed = (ulong)first; seed < (ulong)first + 100; seed++)
        {
            var scenario = ReferenceCase.Make(seed);
            var reference = new ReferenceStepper(scenario);
            reference.Run();
            var result = Simulator.Run(scenario);

            var parted = reference.Syncs.Zip(Syncs(scenario)).FirstOrDefault(sync => sync.First != sync.Second);
            Assert.True(parted == default, $"Seed {seed}: expected {parted.First}\nbut was {parted.Second}");
            Assert.Equal(reference.Syncs.Count, Syncs(scenario).Count);
            Assert.Equal(reference.ServedMicro / 1_000_000m, result.Kpis.ServedRequests);
            Assert.Equal(reference.LostMicro / 1_000_000m, result.Kpis.LostRequests);
            Assert.Equal(reference.QueuedMicro / 1_000_000m, result.Kpis.QueuedRequests);
        }
    }

    private static List<string> Syncs(SimulationScenario scenario)
    {
        var log = new SyncLog();
        Simulator.Run(scenario, log);
        return log.Lines;
    }

    private sealed class SyncLog : ISyncObserver
    {
        public List<string> Lines { get; } = [];

        public void OnSync(in HpaSync sync) => Lines.Add(
            $"{sync.AtMilliseconds}: {sync.Result.CurrentReplicas} -> {sync.Result.DesiredReplicas}, metric {sync.MetricMilli}, "
            + $"created {sync.StatusReplicas}, ready {sync.ReadyPods}, queued {sync.QueuedMicro}");

        public void OnStretch(in LoadStretch stretch)
        {
        }

        public void OnDecision(in ScalingDecision decision)
        {
        }
    }
}
