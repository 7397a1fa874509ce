using KedaStack.Local.Watching;
using KedaStack.Reports.Charts;
using KedaStack.Reports.Local.Screen;

namespace KedaStack.Tests.Reports.Local.Screen;

/// <summary>What a terminal shows of a run.</summary>
public sealed class ScreenFrameTests
{
    private static readonly string[] _labels = ["Load", "Query", "Replicas", "Decision", "Sync", "Metrics", "Value"];
    private static readonly Uri _page = new("http://127.0.0.1:5080/");

    [Fact]
    public void Frame_UsualTerminal_IsAsWritten() => Assert.Equal(
        """
        Running   6:25 of 20:00   demo   speed 10   kedastack local
        Load      150.0 req/s offered, 150.0 served, 5 generators
        Query     13.5 of 10 per replica, 108.0 req/s in all, 9 to 11 changes nothing
        Replicas  10 ready, 10 desired, 10 created, 1 to 10 allowed
        Decision  6:18  8 -> 10: the metric asks for 11, the maximum is 10
        Sync      6:18  the metric asks for 11, the maximum is 10
        Metrics: built-in scraper, since there is no prometheus on the PATH.

        Load in req/s; line: as planned
          150 |                  ######-------------
              |                  ######
            0 |########################
        Value per replica in req/s; line: target 10
           14 |   ## ##           #####
              |--######################-------------------------------------------------
            0 | #######################
        Replicas ready; line: desired, then predicted
           10 |                       #-----------------------------------
              |                   #####                                   --
            0 |########################                                     ------------
              |+-----------------+-----------------+-----------------+------------------
               0                 5m                10m               15m

        + more load   - less load   q stop   http://127.0.0.1:5080/
        """,
        Text(new ScriptedRun(), new ScreenSize(80, 24)));

    [Fact]
    public void Frame_NarrowTerminal_IsAsWritten() => Assert.Equal(
        """
        Running   6:25 of 20:00   demo
        Load      150.0 req/s offered
        Query     13.5 of 10 per replica
        Replicas  10 ready, 10 desired
        Decision  6:18  8 -> 10: the metric asks
          for 11, the maximum is 10
        Sync      6:18  the metric asks for 11,
          the maximum is 10
        Metrics: built-in scraper, since ..

        Replicas ready; line: desired, then ..
           10 |         ##----------------
            0 |###########                ------
              |+---------------+----------------
               0               10m
        + more load   - less load   q stop
        """,
        Text(new ScriptedRun(), new ScreenSize(40, 16)));

    public static TheoryData<int, int> Sizes()
    {
        var sizes = new TheoryData<int, int>();
        foreach (var columns in new[] { 1, 20, 40, 60, 80, 120, 300 })
        {
            foreach (var rows in new[] { 1, 2, 8, 12, 24, 60 })
            {
                sizes.Add(columns, rows);
            }
        }

        return sizes;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Frame_AnySize_FillsItAndNoMore(int columns, int rows)
    {
        var run = new ScriptedRun();
        foreach (var minutes in new[] { 0, 3, 6, 12, 20 })
        {
            run.PlayTo(TimeSpan.FromMinutes(minutes));
            var lines = Lines(run, new ScreenSize(columns, rows), ChartGlyphs.Unicode);

            Assert.Equal(rows, lines.Count);
            Assert.All(lines, line => Assert.InRange(line.Text.Length, 0, columns));
        }
    }

    [Fact]
    public void Frame_RunGoesOn_KeepsItsLinesInPlace()
    {
        var run = new ScriptedRun();
        var places = new HashSet<string>();
        foreach (var minutes in new[] { 0, 3, 6, 12, 20 })
        {
            run.PlayTo(TimeSpan.FromMinutes(minutes));
            var lines = Lines(run, new ScreenSize(60, 30));
            places.Add(string.Join(' ', _labels
                .Select(label => lines.ToList().FindIndex(line => line.Text.StartsWith(label, StringComparison.Ordinal)))));
        }

        Assert.Single(places);
        Assert.DoesNotContain("-1", places.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_TextWithEscapeSequence_ShowsNone()
    {
        var line = ScreenFacts.Cut("before\e[2Jafter\n", 80);

        Assert.Equal("before [2Jafter ", line);
    }

    [Fact]
    public void Frame_Ending_SaysWhatItWaitsFor()
    {
        var run = new ScriptedRun();
        run.PlayTo(TimeSpan.FromMinutes(20), LocalPhase.Ending);

        var keys = Lines(run, new ScreenSize(120, 24))[^1].Text;

        Assert.StartsWith("Waiting for the last requests and scrapes; q again ends at once", keys, StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_WithoutKeyboard_NamesNoKeys()
    {
        var keys = ScreenFrame.Lines(new ScriptedRun(), new ScriptedRun().Current, _page, new FakeScreen { HasKeys = false }, new ScreenSize(80, 24))[^1].Text;

        Assert.StartsWith("http://127.0.0.1:5080/", keys, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ScreenLine> Lines(ScriptedRun run, ScreenSize size, ChartGlyphs? glyphs = null) =>
        ScreenFrame.Lines(run, run.Current, _page, new FakeScreen { Glyphs = glyphs ?? ChartGlyphs.Ascii }, size);

    private static string Text(ScriptedRun run, ScreenSize size)
    {
        run.PlayTo(TimeSpan.FromSeconds(385));
        return string.Join('\n', Lines(run, size).Select(line => line.Text.TrimEnd()));
    }
}
