using System.Text.Json;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

/// <summary>Objects from public reports, beside the repository: what explain says of each is what came of the report.</summary>
public sealed class ExplainCasesTests
{
    private const string Cases = "cases";

    [SharedTheory(Cases)]
    [InlineData("01-so-formula-max-array-missing", "trigger_1 = 20, trigger_2 = 5 mean 20 replicas (3 -> 6 -> 12 -> 20): the formula decides.", "--value", "trigger_1=20", "--value", "trigger_2=5")]
    [InlineData("01-so-formula-max-array-missing", "trigger_1 = an error, trigger_2 = 5 mean 12 replicas (3 -> 6 -> 12): the formula decides.", "--value", "trigger_1=error", "--value", "trigger_2=5")]
    [InlineData("02-so-bad-query-fallback", "HTTP 400 means 5 replicas (2 -> 4 -> 5); KEDA treats it as an error.", "--value", "http-400", "--current", "2")]
    [InlineData("05-so-value-brace-query", "An error means 2 replicas (1 -> 2); KEDA treats it as an error.", "--value", "error")]
    [InlineData("05-so-value-brace-query", "180 means 4 replicas (2 -> 4).", "--value", "180", "--current", "2")]
    [InlineData("06-so-idle0", "0 means 0 replicas (4 -> 1 -> 0).", "--value", "0", "--current", "4")]
    [InlineData("06-so-idle0", "150 means 2 replicas (0 -> 1 -> 2).", "--value", "150", "--current", "0")]
    [InlineData("09-so-3291", "40 means 19 replicas.", "--value", "40", "--current", "19")]
    [InlineData("22-so-avg-averagevalue", "140 means 2 replicas.", "--value", "140", "--current", "2")]
    [InlineData("23-so-cron-prom", "cron = on, prometheus = 150 mean 45 replicas (1 -> 4 -> 8 -> 16 -> 32 -> 45): cron decides until Mon 2026-11-30 15:00 -08:00.", "--value", "150", "--at", "2026-11-30T12:00-08:00")]
    [InlineData("23-so-cron-prom", "cron = off, prometheus = 150 mean 2 replicas (1 -> 2): prometheus decides.", "--value", "150", "--value", "cron=off")]
    [InlineData("24-so-two-prom", "s0 = 250, s1 = 100 mean 5 replicas (3 -> 5): s1 decides.", "--value", "s0=250", "--value", "s1=100", "--current", "3")]
    [InlineData("26-so-fallback-formula-2.20", "HTTP 401 means 0 replicas (3 -> 1 -> 0); KEDA treats it as an error.", "--value", "401", "--current", "3")]
    public async Task ScaledObject_OfAReport_IsExplained(string file, string headline, params string[] options)
    {
        var run = await CommandRun.OfAsync(["explain", "--scaled-object", PathOf(file), .. options]);

        Assert.Equal((ExitCodes.Success, headline, ""), (run.ExitCode, run.Output.Split('\n')[0], run.Error));
    }

    [SharedTheory(Cases)]
    [InlineData("22-so-avg-averagevalue", "prometheus: the query looks like a value per pod (avg, or divided by a count).", "--value", "140")]
    [InlineData("26-so-fallback-formula-2.20", "fallback.behavior scalingModifiers is for a formula only. Without one the HPA gets -1", "--value", "45")]
    [InlineData("26-so-fallback-formula-2.20", "403 is read as the HTTP status; a value of 403 is written 403.0.", "--value", "403")]
    public async Task Note_OfAReport_StandsInTextAndJson(string file, string note, params string[] options)
    {
        var text = await CommandRun.OfAsync(["explain", "--scaled-object", PathOf(file), .. options]);
        var json = await CommandRun.OfAsync(["explain", "--json", "--scaled-object", PathOf(file), .. options]);

        Assert.Contains("\n  " + note, text.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Contains(document.RootElement.GetProperty("notes").EnumerateArray(), said => said.GetString()!.StartsWith(note, StringComparison.Ordinal));
    }

    [SharedTheory(Cases)]
    [InlineData("33-hpa-v2beta2-cpu", "a stays at 2 replicas: nothing is computed without a value of cpu.", "autoscaling/v2beta2 is gone since Kubernetes 1.26", true)]
    [InlineData("45-hpa-never-succeeded", "keda-hpa-a has never computed a count (FailedGetExternalMetric): nothing is scaled, not to 0 either.", "No count was ever computed, so desiredReplicas 0 is none", false)]
    [InlineData("96-hpa-5432", "keda-hpa-a stays at 10 replicas: memory asks for 23, the maximum holds.", "Assumed of memory and cpu: all pods are Ready and measured", true)]
    public async Task Hpa_OfAReport_IsExplained(string file, string headline, string note, bool isComputed)
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", PathOf(file));
        var json = await CommandRun.OfAsync("explain", "--json", "--hpa", PathOf(file));

        Assert.Equal((ExitCodes.Success, headline), (run.ExitCode, run.Output.Split('\n')[0]));
        Assert.Contains("\n  " + note, run.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(isComputed, document.RootElement.GetProperty("recorded").GetProperty("computed").GetBoolean());
        Assert.Contains(document.RootElement.GetProperty("notes").EnumerateArray(), said => said.GetString()!.StartsWith(note, StringComparison.Ordinal));
    }

    private static string PathOf(string file) => SharedFolder.PathOf($"{Cases}/{file}.yaml");
}
