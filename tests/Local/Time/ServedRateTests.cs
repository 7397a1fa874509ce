using KedaStack.Local.Time;

namespace KedaStack.Tests.Local.Time;

public sealed class ServedRateTests
{
    [Fact]
    public void Read_CounterThatIsGone_IsNotNegative()
    {
        var rate = new ServedRate(TimeProvider.System);
        rate.Read(0);
        rate.Read(1000);

        Assert.Equal(0, rate.Read(0));
    }
}
