using System.Text.RegularExpressions;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Shell;

/// <summary>What every command writes for people, on terminals of every usual width: nothing is wider, and no word is broken or cut.</summary>
public sealed partial class WidthTests : IDisposable
{
    private const int Wide = 100_000;
    private const string Guides = " \u2502\u251c\u2514\u2500|`-";

    private static readonly int[] _widths = [20, 40, 60, 80, 120, 200];

    private readonly TemporaryDirectory _directory = new();

    /// <summary>Command lines; <c>{0}</c> is the repository, <c>{1}</c> a folder.</summary>
    public static TheoryData<string> CommandLines() =>
    [
        "preview", "preview --timeline", "preview --diff {1}/before.json", "preview --diff {1}/before.json --config threshold=20 --config location=westeurope",
        "check", "check --config nodeCountMax=2 --config minReplicaCount=0", "check {1}/so.yaml", "check {0}/tests/Scenarios/files-scaling",
        "explain --value 45 --current 2", "explain --value error --config minReplicaCount=0", "explain --value 12345.678",
        "explain --scaled-object {0}/tests/Scenarios/explain-triggers/orders.yaml --value queue=120 --value cron=on --at 2026-03-01T00:00Z",
        "explain --scaled-object {0}/tests/Scenarios/explain-outage/scaledobject-full.yaml --value timeout --at 2026-03-01T00:00Z",
        "explain --hpa {0}/tests/Scenarios/explain-hpa/hpa-two-metrics.yaml",
        "simulate", "simulate --compare threshold=20 --compare threshold=5,window=1m --traffic spike",
        "tune --traffic demo --candidates 40 --pod-capacity 20 --price-per-replica-hour 0.1",
        "doctor --offline {0}/tests/Scenarios/doctor-chains/all-well.json", "doctor --offline {0}/tests/Scenarios/doctor-chains/adapter-down.json",
        "migrate {0}/tests/Scenarios/migrate-hpa/hpa.yaml",
        "settings", "help", "version",
        .. KedaStackCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null)).Subcommands.Select(command => $"help {command.Name}"),
        // Problems, on standard error.
        "simulate --traffic nonsense", "explain", "preview --config thresold=20 --config minReplicaCount=11", "check {1}/none.yaml", "doctor --offline {1}",
        "explain --hpa {1}/so.yaml", "simulat", "simulate --json=maybe", "local --duration 1s --traffic 0s:9000", "settings -o {1}/settings.txt",
    ];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task Output_OfAWidth_IsNotWiderAndBreaksNoWord(string line)
    {
        await File.WriteAllTextAsync(_directory.Combine("before.json"), (await CommandRun.OfAsync("preview", "--json", "--config", "threshold=12")).Output);
        File.Copy(SharedExample("explain-outage/scaledobject-full.yaml"), _directory.Combine("so.yaml"));
        string[] arguments = [.. line.Split(' ').Select(word => word.Replace("{0}", RepositoryRoot.Path, StringComparison.Ordinal).Replace("{1}", _directory.Path, StringComparison.Ordinal))];
        var whole = Words(await RunAsync(arguments, Wide)).ToHashSet();

        // YAML is laid out for its readers, in 80 columns.
        foreach (var width in _widths.Where(width => width >= 80 || arguments[0] != "migrate"))
        {
            var text = await RunAsync(arguments, width);

            // A word that is wider than the terminal stays whole, on a line of its own.
            Assert.All(Lines(text), shown => Assert.True(
                shown.Length <= width || !shown.Trim(Guides.ToCharArray()).TrimEnd('\\').TrimEnd().Contains(' ', StringComparison.Ordinal), $"{width}: {shown}"));
            Assert.All(Words(text), word => Assert.True(whole.Contains(word), $"{width}: {word}"));
        }
    }

    public void Dispose() => _directory.Dispose();

    private static string SharedExample(string path) => RepositoryRoot.PathOf($"tests/Scenarios/{path}");

    private static async Task<string> RunAsync(string[] arguments, int width)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        string[] project = arguments[0] is "help" or "version" or "migrate" or "simulat" || arguments is ["check", ..] && arguments.Length == 2 ? [] : ["--directory", RepositoryRoot.Path];
        await KedaStackCommand.RunAsync([.. arguments, .. project], new Terminal(output, error, width, width), CancellationToken.None);
        return Colour().Replace($"{output}{Progress().Replace(error.ToString(), "")}", "");
    }

    // The columns of a chart have a width of their own.
    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => !Chart().IsMatch(line));

    private static IEnumerable<string> Words(string text) => Lines(text)
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(word => word.TrimEnd(';', ':', '\\'))
        .Where(word => word.Any(char.IsLetter));

    [GeneratedRegex(@"\u001b\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    // Slow machines show how far the work is, over and over on one line, which goes; its own width is ProgressLine's.
    [GeneratedRegex(@"\r(?:[^\r\n]*\r)+", RegexOptions.CultureInvariant)]
    private static partial Regex Progress();

    // A row of a chart, its axis, and its times; and a bar of a timeline.
    [GeneratedRegex(@"^.{5} \u2502|^ +[0-9]+[hms]?( +[0-9:hms]+)*$|^[* ][ #=]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Chart();
}
