using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Reports.Simulate;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Reports.Simulate;

public sealed class K6ScriptTests
{
    [Theory]
    [InlineData("demo", 3600)]
    [InlineData("demo", 450)]
    [InlineData("ramp", 3600)]
    [InlineData("spike", 3600)]
    [InlineData("diurnal", 86_400)]
    [InlineData("bursty", 86_400)]
    public void Write_NamedTraffic_OffersTheSameRequests(string name, int seconds)
    {
        var traffic = Traffic(NamedTraffic.Find(name)!, name, seconds);

        Assert.InRange(RequestsOf(K6Script.Write(traffic)) - Requests(traffic), -0.001m, 0.001m);
    }

    [Fact]
    public void Write_FractionsOfARequest_AreKept()
    {
        var traffic = Traffic(TrafficExpression.TryParse("0s:0.25, 10m:1.125", out _)!, "x", 1200);

        var script = K6Script.Write(traffic);

        Assert.Contains("timeUnit: '1000s'", script, StringComparison.Ordinal);
        Assert.Equal(150 + 675, RequestsOf(script));
    }

    [Fact]
    public void Write_MoreStepsThanAScriptShouldHave_KeepsTheRequests()
    {
        var steps = Enumerable.Range(0, 50_000).Select(second => new TrafficStep(second * 1000L, second * 7919 % 100_003));
        var traffic = Traffic(KedaStack.Scaling.Simulation.Load.Traffic.FromSteps(steps), "x", 50_000);

        var script = K6Script.Write(traffic);

        Assert.InRange(Regex.Count(script, "target: "), 1000, 4000);
        // What rounding leaves over of the last stretch.
        Assert.InRange(Requests(traffic) - RequestsOf(script), 0, 0.1m);
    }

    [Fact]
    public void Write_HostileName_StaysAComment()
    {
        var script = K6Script.Write(Traffic(NamedTraffic.Find("demo")!, "a\nb\r\u2028c", 600));

        Assert.StartsWith("// Written by kedastack simulate: the load \"a\\nb\\r\\u2028c\" for 10m.\n", script, StringComparison.Ordinal);
    }

    [SkippableNodeFact]
    public async Task Write_Always_IsJavaScript()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("script.mjs");
        await File.WriteAllTextAsync(path, K6Script.Write(Traffic(NamedTraffic.Find("ramp")!, "ramp", 3600)));

        using var node = Process.Start(new ProcessStartInfo("node", ["--check", path]) { RedirectStandardError = true })!;
        var error = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();

        Assert.Equal((0, ""), (node.ExitCode, error));
    }

    private static SimulatedTraffic Traffic(Traffic traffic, string source, int seconds) =>
        new() { Source = source, Traffic = traffic, Duration = TimeSpan.FromSeconds(seconds) };

    private static decimal Requests(SimulatedTraffic traffic)
    {
        var (sum, end) = (0m, (long)traffic.Duration.TotalMilliseconds);
        var steps = traffic.Traffic.Steps;
        for (var i = 0; i < steps.Length && steps[i].AtMilliseconds < end; i++)
        {
            var next = i + 1 < steps.Length ? Math.Min(end, steps[i + 1].AtMilliseconds) : end;
            sum += steps[i].MilliRequestsPerSecond * (decimal)(next - steps[i].AtMilliseconds) / 1_000_000;
        }

        return sum;
    }

    // As k6 counts: each stage goes evenly from the rate before to its target.
    private static decimal RequestsOf(string script)
    {
        var unitSeconds = Number(Regex.Match(script, @"timeUnit: '(\d+)s'"));
        var rate = Number(Regex.Match(script, @"startRate: (\d+),")) / unitSeconds;
        var sum = 0m;
        foreach (Match stage in Regex.Matches(script, @"\{ target: (\d+), duration: '(\d+)ms' \}"))
        {
            var target = Number(stage) / unitSeconds;
            sum += (rate + target) / 2 * decimal.Parse(stage.Groups[2].Value, CultureInfo.InvariantCulture) / 1000;
            rate = target;
        }

        return sum;
    }

    private static decimal Number(Match match) => decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SkippableNodeFactAttribute : FactAttribute
    {
        public SkippableNodeFactAttribute() => Skip = HasNode() ? null : "node is not on PATH; it checks the syntax";

        private static bool HasNode()
        {
            try
            {
                using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
                node.WaitForExit();
                return node.ExitCode == 0;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }
}
