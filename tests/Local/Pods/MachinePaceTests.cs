using KedaStack.Local.Pods;

namespace KedaStack.Tests.Local.Pods;

public sealed class MachinePaceTests
{
    [Fact]
    public void Pace_RealTime_IsThatOfTheDeployment()
    {
        var pace = new MachinePace(speed: 1);
        var app = LocalWorld.SampleApp;

        Assert.Equal(app.Readiness, pace.Of(app.Readiness!));
        Assert.Equal(TimeSpan.FromSeconds(25), pace.Grace(app));
        Assert.Equal(TimeSpan.FromSeconds(3), pace.Answer(TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void Pace_Faster_LeavesTheMachineItsTime()
    {
        var pace = new MachinePace(speed: 20);
        var probe = pace.Of(LocalWorld.SampleApp.Liveness!);

        // A second and ten seconds on the clock.
        Assert.Equal(TimeSpan.FromSeconds(20), probe.Timeout);
        Assert.Equal(20, probe.FailureThreshold);
        Assert.Equal(TimeSpan.FromSeconds(100), pace.Grace(LocalWorld.SampleApp));
    }
}
