using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Verdicts;

/// <summary>Recordings whose verdict is known: the same load in another form gives the same run, and a broken row is named.</summary>
public sealed class RecordingVerdictTests : IDisposable
{
    private const int Loads = 3;
    private const int BrokenLoads = 6;

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Forms() => [.. RecordedLoad.Of(0).Forms().Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Simulate_OfTheSameLoadInAnotherForm_IsTheSameRun(string form)
    {
        for (var seed = 1; seed <= Loads; seed++)
        {
            var load = RecordedLoad.Of((ulong)seed);
            var (content, ending, options) = load.Forms()[form];

            var (expected, actual) = (await RunsAsync(System.Text.Encoding.UTF8.GetBytes(load.Plain), ".csv"), await RunsAsync(content, ending, options));

            Assert.Equal(expected, actual);
        }
    }

    /// <summary>What a row becomes, and the words of the message. The row is any but the first, the header is line 1.</summary>
    public static TheoryData<string, string, string> Mistakes() => new()
    {
        { "{time},abc", "the load is not a number (got \"abc\")", "" },
        { "{time},-{rate}", "the load is negative (got \"-", "" },
        { "{time},\"1,234.5\"", "the load is not a number", "" },
        { "{time},12 req/s", "the load has a unit (got \"12 req/s\")", "" },
        { "{time},250000", "the load is above 100000 (got \"250000\")", "" },
        { "{time},", "(--gaps hold or --gaps zero)", "" },
        { "{time},NaN", "(--gaps hold or --gaps zero)", "" },
        { "{time}", "", "" },
        { "", "the line is empty, and rows come after it", "" },
        { "yesterday,{rate}", "got \"yesterday\"", "" },
        { "{before},{rate}", "", "--gaps hold" },
        { "2001-01-01T00:00:00Z,{rate}", "", "" },
        { "31/01/2026 10:00,{rate}", "got \"31/01/2026 10:00\"", "" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Simulate_OfABrokenRow_NamesIt(string row, string words, string options)
    {
        for (var seed = 1; seed <= BrokenLoads; seed++)
        {
            var load = RecordedLoad.Of((ulong)seed);
            var place = 1 + (int)new SplitMix64((ulong)seed).Below(load.Rates.Count - 2);
            var lines = load.Plain.Split('\n');
            var times = load.Times.ToList();
            lines[place + 1] = row
                .Replace("{time}", RecordedLoad.Iso(times[place]), StringComparison.Ordinal)
                .Replace("{before}", RecordedLoad.Iso(times[place - 1]), StringComparison.Ordinal)
                .Replace("{rate}", RecordedLoad.Text(load.Rates[place] + 0.25m), StringComparison.Ordinal);
            var file = _directory.Combine("broken.csv");
            await File.WriteAllTextAsync(file, string.Join('\n', lines));

            var run = await CommandRun.OfAsync(["simulate", "-t", file, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

            Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
            Assert.StartsWith(FormattableString.Invariant($"{file}:{place + 2}:"), run.Error, StringComparison.Ordinal);
            Assert.Contains(words, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error, '\n');
        }
    }

    public void Dispose() => _directory.Dispose();

    private async Task<string> RunsAsync(byte[] content, string ending, params string[] options)
    {
        var file = _directory.Combine("load" + ending);
        await File.WriteAllBytesAsync(file, content);
        var run = await CommandRun.OfAsync(["simulate", "-t", file, "--json", .. options]);
        Assert.True(run.ExitCode == ExitCodes.Success, run.Error);
        return JsonNode.Parse(run.Output)!["runs"]!.ToJsonString();
    }
}
