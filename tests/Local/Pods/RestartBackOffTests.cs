using KedaStack.Local.Pods;

namespace KedaStack.Tests.Local.Pods;

public sealed class RestartBackOffTests
{
    [Fact]
    public void Next_DiesAgainAndAgain_DoublesUpToFiveMinutes()
    {
        var backOff = new RestartBackOff();

        var waits = Enumerable.Range(0, 8).Select(_ => (int)backOff.Next(TimeSpan.FromSeconds(1)).TotalSeconds);

        Assert.Equal([0, 10, 20, 40, 80, 160, 300, 300], waits);
    }

    [Fact]
    public void Next_RanForTenMinutes_BeginsAnew()
    {
        var backOff = new RestartBackOff();
        backOff.Next(TimeSpan.FromSeconds(1));
        backOff.Next(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.Zero, backOff.Next(TimeSpan.FromMinutes(10)));
        Assert.Equal(TimeSpan.FromSeconds(10), backOff.Next(TimeSpan.FromSeconds(1)));
    }
}
