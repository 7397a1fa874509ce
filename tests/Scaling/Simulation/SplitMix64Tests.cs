using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation;

public sealed class SplitMix64Tests
{
    /// <summary>The first numbers of the reference implementation for the seed 1234567.</summary>
    [Fact]
    public void Next_OfAKnownSeed_AreThePublishedNumbers()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void Below_ManyNumbers_AreEvenAndWithinTheBound()
    {
        var random = new SplitMix64(1);
        var counts = new int[10];
        for (var i = 0; i < 10_000; i++)
        {
            counts[random.Below(10)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Draws_OfOnePod_DoNotDependOnOthers()
    {
        var draws = new SimulationDraws(3);
        var alone = draws.Below(DrawPurpose.ScrapePhase, 7, 15_000);
        _ = draws.Below(DrawPurpose.ScrapePhase, 6, 15_000);

        Assert.Equal(alone, draws.Below(DrawPurpose.ScrapePhase, 7, 15_000));
        Assert.NotEqual(alone, draws.Below(DrawPurpose.Discovery, 7, 15_000));
        Assert.NotEqual(alone, new SimulationDraws(4).Below(DrawPurpose.ScrapePhase, 7, 15_000));
    }
}
