using KedaStack.Local;
using KedaStack.Reports.Local.Screen;

namespace KedaStack.Tests.Reports.Local.Screen;

/// <summary>A run on a terminal, live.</summary>
public sealed class LocalViewTests
{
    private const string Open = "\e[?1049h\e[?25l";
    private const string Close = "\e[?25h\e[?1049l";

    [Fact]
    public async Task View_Always_BringsTheTerminalBack()
    {
        var (run, screen) = (new ScriptedRun(), new FakeScreen());
        var view = LocalView.RunAsync(run, page: null, screen);
        Assert.StartsWith(Open, await screen.NextAsync(), StringComparison.Ordinal);

        run.End();
        await view;

        Assert.EndsWith(Close, screen.Written[^1], StringComparison.Ordinal);
        Assert.Single(screen.Written, text => text.Contains(Open, StringComparison.Ordinal));
    }

    [Fact]
    public async Task View_RunFails_BringsTheTerminalBack()
    {
        var (run, screen) = (new ScriptedRun(), new FakeScreen());
        var view = LocalView.RunAsync(run, page: null, screen);
        await screen.NextAsync();

        run.Fail("python3 is missing; install it.");
        await view;

        Assert.EndsWith(Close, screen.Written[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_KeysPressed_SteerTheRun()
    {
        var (run, screen) = (new ScriptedRun(), new FakeScreen());
        run.PlayTo(TimeSpan.FromMinutes(1));
        var view = LocalView.RunAsync(run, page: null, screen);

        foreach (var key in "+=x-q")
        {
            screen.Press(key);
        }

        await view;

        Assert.Equal(["more", "more", "less", "stop"], run.Commands);
        Assert.Equal(LocalRunEnd.Stopped, (await run.Completion).End);
    }

    [Fact]
    public async Task View_WithoutKeyboard_ShowsTheRun()
    {
        var (run, screen) = (new ScriptedRun(), new FakeScreen { HasKeys = false });
        var view = LocalView.RunAsync(run, page: null, screen);
        await screen.NextAsync();

        run.End();
        await view;

        Assert.Contains(screen.Written, text => text.Contains("Ended", StringComparison.Ordinal));
    }

    [Fact]
    public async Task View_OtherSize_PaintsEverythingAnew()
    {
        var (run, screen) = (new ScriptedRun(), new FakeScreen());
        var view = LocalView.RunAsync(run, page: null, screen);
        await screen.NextAsync();

        screen.Size = new ScreenSize(50, 12);
        run.PlayTo(TimeSpan.FromSeconds(1));
        var painted = await screen.NextAsync();
        run.End();
        await view;

        Assert.StartsWith("\e[2J\e[1;1H", painted, StringComparison.Ordinal);
        Assert.Contains("\e[12;1H", painted, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[13;1H", painted, StringComparison.Ordinal);
    }

    [Fact]
    public void Painter_SameLines_WritesNothing()
    {
        var screen = new FakeScreen();
        using var painter = new ScreenPainter(screen);
        painter.Paint([new ScreenLine("one"), new ScreenLine("two")], screen.Size);

        painter.Paint([new ScreenLine("one"), new ScreenLine("two")], screen.Size);
        painter.Paint([new ScreenLine("one"), new ScreenLine("three", ScreenStyle.Warning)], screen.Size);

        Assert.Equal("\e[2;1H\e[33mthree\e[0m\e[K", screen.Written[^1]);
        Assert.Equal(2, screen.Written.Count);
    }

    [Fact]
    public void Painter_FewerLines_ClearsTheRest()
    {
        var screen = new FakeScreen { HasColours = false };
        using var painter = new ScreenPainter(screen);
        painter.Paint([new ScreenLine("one"), new ScreenLine("two", ScreenStyle.Warning)], screen.Size);

        painter.Paint([new ScreenLine("one")], screen.Size);

        Assert.EndsWith("\e[2;1Htwo\e[0m\e[K", screen.Written[0], StringComparison.Ordinal);
        Assert.Equal("\e[2;1H\e[0m\e[K", screen.Written[1]);
    }

    [Fact]
    public void Painter_FullLine_KeepsItsLastCharacter()
    {
        var screen = new FakeScreen { Size = new ScreenSize(3, 2) };
        using var painter = new ScreenPainter(screen);

        painter.Paint([new ScreenLine("one"), new ScreenLine("of")], screen.Size);

        Assert.EndsWith("\e[1;1Hone\e[0m\e[2;1Hof\e[0m\e[K", screen.Written[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Painter_Disposed_PaintsNoMore()
    {
        var screen = new FakeScreen();
        var painter = new ScreenPainter(screen);
        painter.Paint([new ScreenLine("one")], screen.Size);
        painter.Dispose();
        painter.Dispose();

        painter.Paint([new ScreenLine("two")], screen.Size);

        Assert.Equal(2, screen.Written.Count);
        Assert.EndsWith(Close, screen.Written[1], StringComparison.Ordinal);
    }
}
