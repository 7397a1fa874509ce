namespace KedaStack.Tests.Truth;

/// <summary>Whom KEDA's polls ask: up to 2.20 the source, from 2.21 the HPA's own requests where a poll cannot change the replicas.</summary>
public sealed class PollLevelTests
{
    [Fact]
    public void Polls_ThatTakeObservations_AskOnlyWhileTheHpaHasNoMetric()
    {
        var loops = Loops.Results.Where(loop => loop.Polls is { TakesObservations: true }).ToList();

        Assert.NotEmpty(loops);
        Loops.AssertNone(
            from loop in loops
            from at in loop.Polls!.AskedWhileActive
            select FormattableString.Invariant($"{loop.Name}: a poll asked at {at} ms, though the HPA had a metric"));
        Assert.Contains(loops, loop => loop.Polls!.Asked.Count > 0);
        Assert.All(loops, loop => Assert.True(loop.Polls!.Asked.Count < loop.Polls.Expected, loop.Name));
    }

    // A poll at the time of a request cannot be told from it, and a paused loop does not poll.
    [Fact]
    public void OtherPolls_AskTheSource()
    {
        var loops = Loops.Results.Where(loop => loop.Polls is { TakesObservations: false }).ToList();

        Assert.NotEmpty(loops);
        Assert.All(loops, loop => Assert.True(loop.Polls!.Asked.Count > loop.Polls.Expected / 2, loop.Name));
    }
}
