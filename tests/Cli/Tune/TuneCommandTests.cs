using System.Globalization;
using System.Text.Json;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Tune;

public sealed class TuneCommandTests
{
    private const string Traffic = "0s:30, 3m:150, 8m:10";
    private const char Escape = '\u001b';

    [Fact]
    public async Task Tune_IntoAPipe_HasNoEscapeCodesAndNoProgress()
    {
        var run = await TuneAsync();

        Assert.DoesNotContain(Escape, run.Output);
        Assert.DoesNotContain('\r', run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Tune_Twice_IsTheSameInAnyCulture()
    {
        var first = await TuneAsync("--json");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "," } };
            Assert.Equal(first, await TuneAsync("--json"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Tune_Json_HasItsFields()
    {
        var run = await TuneAsync("--json");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;

        Assert.Equal(
            ["stack", "traffics", "seed", "candidates", "end", "podCapacity", "notes", "tuned", "notTuned", "bounds", "isWithinBounds", "today", "recommended", "effects", "front", "change"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal((200, "complete", 20), (root.GetProperty("candidates").GetInt32(), root.GetProperty("end").GetString(), root.GetProperty("podCapacity").GetInt32()));
        var recommended = root.GetProperty("recommended");
        Assert.Equal(
            ["offeredRequests", "unmetRequests", "unmetShare", "replicaHours", "nodeHours", "cost", "flaps", "changes", "traffics"],
            recommended.EnumerateObject().Select(property => property.Name));
        var change = root.GetProperty("change");
        Assert.Equal(
            recommended.GetProperty("changes").EnumerateObject().Select(property => property.Name).ToHashSet(),
            [.. change.GetProperty("settings").EnumerateObject().Select(property => property.Name)]);
        Assert.StartsWith("config:\n", change.GetProperty("yaml").GetString(), StringComparison.Ordinal);
        Assert.True(change.GetProperty("commands").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Tune_ItsSimulateCommand_ShowsWhatWasPromised()
    {
        using var tuned = JsonDocument.Parse((await TuneAsync("--json", "-c", "cooldownPeriod=60")).Output);
        var command = tuned.RootElement.GetProperty("change").GetProperty("simulations")[0].GetString()!;
        var words = command.Split('\'').SelectMany((part, place) =>
            place % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1).ToArray();
        var run = await CommandRun.OfAsync([.. words, "--json"]);
        using var simulated = JsonDocument.Parse(run.Output);
        var kpis = simulated.RootElement.GetProperty("runs")[0].GetProperty("kpis");
        var promised = tuned.RootElement.GetProperty("recommended");

        Assert.StartsWith("kedastack simulate --traffic '0s:30, 3m:150, 8m:10' ", command, StringComparison.Ordinal);
        Assert.Contains(" --pod-capacity 20 --lead-in 15m -c ", command, StringComparison.Ordinal);
        Assert.Equal(promised.GetProperty("offeredRequests").GetDecimal(), kpis.GetProperty("offeredRequests").GetDecimal());
        Assert.Equal((double)promised.GetProperty("replicaHours").GetDecimal(), (double)kpis.GetProperty("replicaHours").GetDecimal(), 0.05);
        Assert.Equal((double)promised.GetProperty("unmetShare").GetDecimal(), (double)(kpis.GetProperty("unmetRequests").GetDecimal() / kpis.GetProperty("offeredRequests").GetDecimal()), 0.02);
    }

    [Fact]
    public async Task Tune_IntoAFile_WritesItThere()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("tune.txt");
        var run = await TuneAsync("--output", path);

        Assert.Equal((ExitCodes.Success, "", $"Wrote {path}.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal((await TuneAsync()).Output, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Tune_Interrupted_WritesTheBestSoFarAndSaysSoByItsExitCode()
    {
        var output = new StringWriter();
        var exitCode = await KedaStackCommand.RunAsync(
            ["tune", "--traffic", Traffic, "--pod-capacity", "20", "--directory", RepositoryRoot.Path],
            new Terminal(output, TextWriter.Null, widthColumns: null),
            new CancellationToken(canceled: true));

        Assert.Equal(ExitCodes.Interrupted, exitCode);
        Assert.Contains("Stopped before anything was tried.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Recommended: today's settings", output.ToString(), StringComparison.Ordinal);
    }

    private static Task<CommandRun> TuneAsync(params string[] options) => CommandRun.OfAsync(
        ["tune", "--traffic", Traffic, "--pod-capacity", "20", "--duration", "20m", "--candidates", "200", .. options]);
}
