using KedaStack.Scaling.Explain.Live;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class LiveNotesTests
{
    private static readonly PrometheusTrigger _trigger = new() { ServerAddress = "http://p", Query = "q", Threshold = 1 };

    // The time of KEDA's client is 3 s, unless the trigger has its own.
    [Theory]
    [InlineData(3000, null, null)]
    [InlineData(3001, null, "The answer took 3 s; KEDA gives up after 3 s, which is then an error.")]
    [InlineData(4000, 4000, null)]
    [InlineData(4500, 4000, "The answer took 4.5 s; KEDA gives up after 4 s, which is then an error.")]
    [InlineData(3500, 0, "The answer took 3.5 s; KEDA gives up after 3 s, which is then an error.")]
    public void Notes_OfASlowAnswer_NameKedasPatience(int tookMilliseconds, int? timeoutMilliseconds, string? note) => Assert.Equal(
        note is null ? [] : [note],
        Notes(_trigger with { Timeout = timeoutMilliseconds is { } timeout ? TimeSpan.FromMilliseconds(timeout) : null }, tookMilliseconds));

    [Fact]
    public void Notes_OfWhatIsNotSent_AreOneForEachOfTheThree()
    {
        var one = new Dictionary<string, string> { ["a"] = "b" };
        PrometheusTrigger[] triggers = [_trigger with { Namespace = "shop" }, _trigger with { QueryParameters = one }, _trigger with { CustomHeaders = one }];

        Assert.All(triggers, trigger => Assert.StartsWith("KEDA sends the trigger's namespace", Assert.Single(Notes(trigger, 0)), StringComparison.Ordinal));
        Assert.Empty(Notes(_trigger, 0));

        // This one is sent.
        Assert.Empty(Notes(_trigger with { CustomHeaders = new Dictionary<string, string> { [PrometheusClientOptions.ResourceScopeHeader] = "id" } }, 0));
    }

    private static IReadOnlyList<string> Notes(PrometheusTrigger trigger, int tookMilliseconds) => new LiveAnswer
    {
        Name = "web",
        Trigger = trigger,
        Time = DateTimeOffset.UnixEpoch,
        Result = new InstantQueryResult { Took = TimeSpan.FromMilliseconds(tookMilliseconds) },
    }.Notes(KedaSemantics.Default);
}
