using System.Diagnostics;
using System.Globalization;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class LoadGeneratorRateTests
{
    private const int DurationSeconds = 20;
    private const double Tolerance = 0.03;

    [PythonFact]
    public async Task Rate_ThirtyAndTwoHundredPerSecond_AreHeldWithinThreePercentForTwentySeconds()
    {
        // At the same time, so that each also holds its rate beside the other's load.
        await Task.WhenAll(AssertRateIsHeldAsync(30), AssertRateIsHeldAsync(200));
    }

    private static async Task AssertRateIsHeldAsync(int rate)
    {
        using var app = await SampleApp.StartAsync();
        var elapsed = Stopwatch.StartNew();
        using var generator = LoadGenerator.Start(
            app.Url, rate, ("DURATION_SECONDS", DurationSeconds.ToString(CultureInfo.InvariantCulture)));

        var total = await generator.WaitForTotalAsync();

        // Both counts, and both clocks: the generator's own and this one, which also sees python start and stop.
        Assert.InRange(total.Sent, rate * DurationSeconds * (1 - Tolerance), rate * DurationSeconds * (1 + Tolerance));
        Assert.InRange(total.Achieved, rate * (1 - Tolerance), rate * (1 + Tolerance));
        Assert.InRange(total.Seconds, DurationSeconds, elapsed.Elapsed.TotalSeconds);
        Assert.Equal(0, total.Errors);
        Assert.Equal(total.Sent, app.Metrics()[Exposition.Series("GET", 200)]);
        Assert.Equal(total.Sent, await app.StopAsync());
    }
}
