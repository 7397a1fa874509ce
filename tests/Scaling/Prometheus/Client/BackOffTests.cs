using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Prometheus.Client.Http;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class BackOffTests
{
    private static readonly PrometheusClientOptions _options = new()
    {
        Address = Clients.Address("http://localhost:9090"),
        Retries = 10,
        FirstBackOff = TimeSpan.FromSeconds(1),
        LongestBackOff = TimeSpan.FromSeconds(20),
    };

    [Theory]
    [InlineData(0, 0.0, 0.5)]
    [InlineData(0, 0.5, 0.75)]
    [InlineData(1, 0.0, 1)]
    [InlineData(2, 0.5, 3)]
    [InlineData(9, 0.0, 10)]
    [InlineData(9, 0.5, 15)]
    public void Delay_NothingAsked_DoublesAndIsBounded(int retry, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.Delay(retry, null, chance, _options));

    [Theory]
    [InlineData(0, 0.1, 0.5)]
    [InlineData(0, 7, 7)]
    [InlineData(0, 20, 20)]
    [InlineData(3, 2, 4)]
    public void Delay_Asked_IsNeverShorter(int retry, double askedSeconds, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.Delay(retry, TimeSpan.FromSeconds(askedSeconds), 0, _options));

    [Fact]
    public void Delay_AskedForMoreThanTheLongest_IsNone() =>
        Assert.Null(BackOff.Delay(0, TimeSpan.FromSeconds(20.001), 0, _options));

    [Fact]
    public void Delay_NoRetryLeft_IsNone() => Assert.Null(BackOff.Delay(10, null, 0, _options));

    [Fact]
    public void Delay_VeryManyRetries_StaysBounded() =>
        Assert.Equal(TimeSpan.FromSeconds(10), BackOff.Delay(5000, null, 0, _options with { Retries = int.MaxValue }));
}
