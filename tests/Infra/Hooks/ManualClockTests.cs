namespace KedaStack.Tests.Infra.Hooks;

public sealed class ManualClockTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Delay_BeforeItsTime_IsNotOver()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock);

        _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.False(delay.IsCompleted);
    }

    [Fact]
    public async Task Delay_AtItsTime_IsOver()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock);

        _clock.Advance(TimeSpan.FromSeconds(9));
        _clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Fact]
    public void ElapsedTime_AfterAdvance_IsWhatItWasAdvancedBy()
    {
        var start = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(TimeSpan.FromMinutes(2), _clock.GetElapsedTime(start));
    }
}
