using System.Text.RegularExpressions;
using KedaStack.Scaling.Tuning.Search;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Tune;

/// <summary>What docs/tuning.md shows is what comes out.</summary>
public sealed class TuningPageTests
{
    private const string Marker = "<!-- Checked by tests/Cli/Tune/TuningPageTests.cs: ";

    private static readonly string _page = File.ReadAllText(RepositoryRoot.PathOf("docs/tuning.md"));

    [Fact]
    public async Task Example_IsWhatTheCommandPrints()
    {
        string[] arguments = ["tune", "--traffic", "bursty", "--duration", "4h", "--pod-capacity", "25", "--candidates", "500"];
        var run = await CommandRun.OfAsync(arguments);

        var example = $"{Marker}begin -->\n```text\n$ ./kedastack {string.Join(' ', arguments)}\n{run.Output}```\n{Marker}end -->";
        Assert.True(_page.Contains(example, StringComparison.Ordinal), $"docs/tuning.md shows something else than this:\n{example}");
    }

    [Fact]
    public void Table_NamesEverySettingThatIsTuned() => Assert.Equal(
        TunableSetting.All.Select(setting => setting.Name),
        Regex.Matches(_page[_page.IndexOf("| Setting |", StringComparison.Ordinal)..].Split("\n\n")[0], @"^\|.*?\|", RegexOptions.Multiline)
            .SelectMany(cell => Regex.Matches(cell.Value, "`([A-Za-z]+)`").Select(name => name.Groups[1].Value)));
}
