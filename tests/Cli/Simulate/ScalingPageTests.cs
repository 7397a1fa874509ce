using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Simulate;

/// <summary>What docs/scaling.md says of the public demo is what comes out.</summary>
public sealed class ScalingPageTests
{
    private const string Begin = "<!-- Checked by tests/Cli/Simulate/ScalingPageTests.cs: begin -->\n";
    private const string End = "<!-- Checked by tests/Cli/Simulate/ScalingPageTests.cs: end -->";
    private const string Picture = "docs/images/public-demo.svg";

    private static readonly string _page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "scaling.md"));

    [Fact]
    public void Table_OfTheDemo_IsUpToDate()
    {
        var from = _page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        var table = PublicDemoTable.Write();
        Assert.True(
            table == _page[from.._page.IndexOf(End, StringComparison.Ordinal)],
            $"docs/scaling.md shows other readings; replace its table by this:\n{table}");
    }

    [Fact]
    public void Page_OfTheLastReading_SaysWhereItLies()
    {
        var last = Regex.Match(PublicDemoTable.Write(), @"at 1 \| 821m \| \d+-(\d+)m.*? \| \d+-(\d+)m");
        var (fine, coarse) = (int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(last.Groups[2].Value, CultureInfo.InvariantCulture));

        Assert.True(fine < 821 && coarse >= 821);
        Assert.Contains("821m is at the upper end of the results with scrapes every 30 s, and above those\nwith 15 s", _page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_OfTheDemo_IsWhatTheCommandOfThePageWrites()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("demo.svg");
        var arguments = Arguments().Select(argument => argument == Picture ? path : argument);

        var run = await CommandRun.OfAsync([.. arguments]);

        Assert.Equal($"Wrote {path}.\n", run.Error);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, Picture)), await File.ReadAllTextAsync(path));
    }

    // The words of the shell block with the picture, its quotes taken away.
    private static IEnumerable<string> Arguments()
    {
        var command = Regex.Match(_page, @"^\./kedastack (simulate .*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        return Regex.Matches(command.Replace("\\\n", " ", StringComparison.Ordinal), @"'([^']*)'|(\S+)")
            .Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Groups[2].Value);
    }
}
