using System.Globalization;
using KedaStack.Scaling.Simulation;
using KedaStack.Tests.Scaling.Simulation.Reference;

namespace KedaStack.Tests.Scaling.Simulation;

public sealed class DeterminismTests
{
    [Fact]
    public void Run_SameSeed_IsTheSameByteForByte() => Assert.Equal(Text(7), Text(7));

    [Fact]
    public void Run_OtherSeed_IsAnother() => Assert.NotEqual(Text(7), Text(8));

    [Fact]
    public void Run_InAnotherCulture_IsTheSame()
    {
        var invariant = Text(7);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
            Assert.Equal(invariant, Text(7));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Runs_AtOnce_AreAsOneAfterTheOther()
    {
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() => Text((ulong)seed))));

        Assert.Equal(Enumerable.Range(0, 8).Select(seed => Text((ulong)seed)), together);
    }

    /// <summary>What a seed means does not change between versions: part of the public demo, seed 1.</summary>
    [Fact]
    public void Run_OfAKnownSeed_TakesTheKnownSteps()
    {
        var steps = Simulator.Run(Scenarios.PublicDemo(1)).Decisions
            .Select(decision => $"{decision.AtMilliseconds} {decision.From}->{decision.To} {decision.Rule} {decision.MetricMilli}");

        Assert.Equal(
        [
            "319526 1->2 Metric 11962",
            "334776 2->4 Metric 31640",
            "350026 4->6 Metric 51124",
            "365276 6->8 Metric 73286",
            "380526 8->9 Metric 88938",
            "395776 9->10 MaxReplicas 107468",
            "1005776 10->9 StabilizationWindow 990",
            "1021026 9->7 StabilizationWindow 1014",
            "1036276 7->4 StabilizationWindow 946",
            "1051526 4->2 StabilizationWindow 913",
            "1066776 2->1 Metric 809",
        ], steps);
    }

    private static string Text(ulong seed) => SimulationText.Format(Simulator.Run(ReferenceCase.Make(seed)));
}
