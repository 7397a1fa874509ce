using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Scaling.Steps;

namespace KedaStack.Tests.Scaling.Prometheus;

public sealed class RateExplanationTests
{
    private static readonly RateEvaluation _rate = new()
    {
        Samples = 3,
        First = new(0, 10),
        Last = new(30_000, 5),
        Resets = 1,
        Increase = 35,
        SampledSeconds = 30,
        ToStartSeconds = 10,
        ToZeroSeconds = 8,
        ToEndSeconds = 12,
        LeftSeconds = 8,
        RightSeconds = 7.5,
        WindowSeconds = 60,
        Rate = 0.8846,
    };

    [Fact]
    public void Steps_WithAResetAndShortExtensions_SayWhatChangedTheResult() => Assert.Equal(
        [
            new RuleStep("samples in the range", "60 s", "3 >= 2", "3 samples", false),
            new RuleStep("increase", "1 resets", "5 - 10 + what the resets hid", "35", true),
            new RuleStep("extension to the left", "10 s to the start", "at most 8 s to where the counter was 0", "8 s", true),
            new RuleStep("extension to the right", "12 s to the end", "the distance, or half an interval from 1.1 intervals on", "7.5 s", true),
            new RuleStep("rate", "35", "35 * (30 + 8 + 7.5) / 30 / 60 s", "0.8846 per second", true),
        ],
        RateExplanation.Steps(_rate));

    [Fact]
    public void Steps_WithoutResetsAndWithWholeExtensions_SayThatNothingChanged()
    {
        var steps = RateExplanation.Steps(_rate with { Resets = 0, LeftSeconds = 10, RightSeconds = 12 });

        Assert.Equal(("5 - 10", false), (steps[1].Formula, steps[1].Changed));
        Assert.Equal([false, false], [steps[2].Changed, steps[3].Changed]);
    }

    [Theory]
    [InlineData(0, "0 < 2")]
    [InlineData(1, "1 < 2")]
    public void Steps_OfTooFewSamples_EndThere(int samples, string formula) => Assert.Equal(
        [new RuleStep("samples in the range", "60 s", formula, "no result: the series is absent", true)], RateExplanation.Steps(_rate with { Samples = samples }));
}
