using FsCheck;
using FsCheck.Fluent;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Tests.Scaling.Simulation.Reference;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>What must hold for every scenario.</summary>
public sealed class SimulationPropertyTests
{
    private const long Window = 300_000;

    private static readonly Gen<SimulationScenario> _any = Gen.Choose(0, int.MaxValue)
        .Select(seed => ReferenceCase.Make((ulong)seed) with { RandomResolution = TimeSpan.FromMilliseconds(1) });

    [Fact]
    public void Replicas_StayWithinMinAndMax() => Properties.Hold(_any, scenario => Simulator.Run(scenario).Decisions.All(decision =>
        decision.To <= scenario.Settings.MaxReplicaCount && decision.To >= scenario.Settings.MinReplicaCount));

    [Fact]
    public void ScaleDown_ByTheHpa_NeverBelowAProposalWithinTheWindow() => Properties.Hold(_any, scenario =>
    {
        var settings = scenario.Settings with { Behavior = null };
        var log = new ProposalLog();
        Simulator.Run(scenario with { Settings = settings }, log);
        return log.Syncs.All(sync => sync.Result.DesiredReplicas >= sync.Result.CurrentReplicas
            || sync.Result.CurrentReplicas > settings.MaxReplicaCount
            || log.Syncs.All(earlier => earlier.AtMilliseconds >= sync.AtMilliseconds
                || earlier.AtMilliseconds < sync.AtMilliseconds - Window
                || earlier.MetricMilli is null
                || earlier.Result.Proposal <= sync.Result.DesiredReplicas));
    });

    [Fact]
    public void Requests_AreServedOrWaitOrAreLost() => Properties.Hold(_any, scenario =>
    {
        var kpis = Simulator.Run(scenario).Kpis;
        return kpis.OfferedRequests == kpis.ServedRequests + kpis.QueuedRequests + kpis.LostRequests
            && kpis.LostRequests <= kpis.UnmetRequests;
    });

    [Fact]
    public void Stretches_FollowEachOtherFromBeginningToEnd() => Properties.Hold(_any, scenario =>
    {
        var log = new ProposalLog();
        Simulator.Run(scenario, log);
        return log.End == (long)scenario.Duration.TotalMilliseconds;
    });

    [Fact]
    public void LeadIn_IsNotToldOf() => Properties.Hold(_any, scenario =>
    {
        var log = new ProposalLog();
        Simulator.Run(scenario with { LeadIn = TimeSpan.FromMilliseconds(700_123) }, log);
        return log.End == (long)scenario.Duration.TotalMilliseconds
            && log.Syncs.All(sync => sync.AtMilliseconds >= 0 && sync.AtMilliseconds < log.End);
    });

    private sealed class ProposalLog : ISyncObserver
    {
        public List<HpaSync> Syncs { get; } = [];

        public long End { get; private set; }

        public void OnSync(in HpaSync sync) => Syncs.Add(sync);

        public void OnStretch(in LoadStretch stretch)
        {
            Assert.Equal(End, stretch.FromMilliseconds);
            Assert.True(stretch.Milliseconds > 0);
            End = stretch.ToMilliseconds;
        }

        public void OnDecision(in ScalingDecision decision)
        {
        }
    }
}
